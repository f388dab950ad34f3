# Retold in other words from the sprint's public report.
# https://www.pypy.org/posts/2018/03/leysin-winter-sprint-2018-review-3988364248531980164.html

# Makes the journal in the folder `sprints`: sh journal.sh
at() { export SPRINT_NOW="$1:00+01:00" SPRINT_BY="$2"; }

at 2018-03-17T10:00 stefan
sprint init leysin-2018 > /dev/null
cat > sprints/leysin-2018/sprint.toml <<'END'
title = "Leysin Winter Sprint 2018"
place = "Leysin, Switzerland"
from = 2018-03-17
to = 2018-03-24
topics = [
    "Introductions for newcomers",
    "Python 3.5 and 3.6",
    "CPyExt: performance and the GC",
    "JIT: guard-compatible",
    "Pygame: performance",
    "Unicode as UTF8",
    "CFFI: a new tutorial and overview",
    "Test runners of py3",
    "RevDB",
]
END
sprint batch <<'END'
join Arianna --role newcomer
join Jean-Daniel --role newcomer
join Stefan Beyer, Floris Bruynooghe, Antonio Cuni, René Dudfield, Manuel Jacob, Ronan Lamy, Remi Meier, Matti Picus, Armin Rigo, Alexander Schremmer
plan show the newcomers around (armin, arianna, jean-daniel) -t Introductions for newcomers
plan what 3.6 still lacks (manuel, ronan) -t Python 3.5 and 3.6
plan cpyext is slow (antonio, matti) -t CPyExt: performance and the GC
plan a GC for cpyext (stefan, armin) -t CPyExt: performance and the GC
plan guard-compatible (armin, remi) -t JIT: guard-compatible
plan pygame is slow (rené, antonio) -t Pygame: performance
plan strings as UTF8 inside (armin, floris) -t Unicode as UTF8
END

at 2018-03-19T10:00 stefan
sprint batch <<'END'
plan rewrite the tutorial of CFFI (alexander, armin) -t CFFI: a new tutorial and overview
plan the test runners of py3 need order (ronan, manuel) -t Test runners of py3
plan improve RevDB (armin) -t RevDB
done 1
progress 4 reference cycles are freed
END

at 2018-03-21T10:00 stefan
sprint batch <<'END'
day skiing and hiking --break
END

at 2018-03-24T10:00 stefan
sprint batch <<'END'
result 3 Calls from cpyext are faster, and many bugs are gone.
done 5
done 8
done 9
done 10
result 2 More of 3.6 works.
result 4 The GC knows about objects of cpyext.
result 6 We know where pygame loses its time.
result 7 Most operations have been ported.
END
