# Retold in other words from the sprint's public report.
# https://www.pypy.org/posts/2020/03/leysin-2020-sprint-report-764567777353955897.html

# Makes the journal in the folder `sprints`: sh journal.sh
at() { export SPRINT_NOW="$1:00+01:00" SPRINT_BY="$2"; }

at 2020-02-29T10:00 simon
sprint init leysin-2020 > /dev/null
cat > sprints/leysin-2020/sprint.toml <<'END'
title = "Leysin 2020"
place = "Leysin, Switzerland"
from = 2020-02-29
to = 2020-03-07
topics = ["HPy", "PyPy", "Miscellaneous"]
END
sprint batch <<'END'
join Simon, Antonio, Armin, Georges, Ronan, Matti, Florian, Stefan, Mark, Niko
discuss the Big HPy Design Discussion (all) -t HPy
plan keyword arguments for methods (simon) -t HPy
plan attributes and items (antonio, simon) -t HPy
plan custom types (antonio, florian) -t HPy
plan ultrajson with HPy (simon) -t HPy
plan the GIL of PyPy, HPy and cpyext (ronan) -t HPy
plan HPy in rust-cpython (niko) -t HPy
talk Heptapod and its branches (georges) -t PyPy
plan the CI after the move to Heptapod (georges, matti) -t PyPy
plan -t PyPy -p matti,ronan -- the -D tests
talk NaN Industries and VRSketch, in VR (armin) -t Miscellaneous
END

sprint photo "$PHOTOS/team.jpg" All who came to Leysin

at 2020-03-02T13:00 simon
sprint progress 1 - <<'END'
The Big HPy Design Discussion got much of our attention and filled two mornings. What was decided is enough for a write-up of its own, which will probably follow. Among the larger subjects were:

- four methods of HPy: GetAttr, SetAttr, GetItem and SetItem,
- handles of HPy passed to functions of C that hand `void*` pointers on to callbacks, by HPy_FromVoidP and HPy_AsVoidP,
- an ABI without va_args,
- how exceptions are handled,
- how types of one's own are supported.
END

at 2020-03-03T18:00 simon
sprint batch <<'END'
done 1
done 8 @georges presented branch workflows and the topics of Heptapod, and taught all of us hg-evolve.
done 11 @armin showed VRSketch and NaN Industries in VR, with a Game of Life built inside of NaN Industries!
END

at 2020-03-07T16:00 simon
sprint batch <<'END'
done 2 methods with keyword arguments can be written, by HPy_METH_KEYWORDS,
done 3 HPy_GetAttr, HPy_SetAttr, HPy_GetItem and HPy_SetItem exist,
result 4 support for custom types was begun,
result 5 ultrajson-hpy has learnt its first JSON objects,
result 6 PyPy's GIL was rearranged, so that HPy and the cpyext of PyPy get along better,
result 7 a first experiment gave rust-cpython support for HPy.
result 9 PyPy's CI on buildbot was adapted to the new home on Heptapod: there is a light CI to run before a merge, and the full one runs only for commits on branches.
done 10 -- The -D tests are in a much better state.
note Skiing! -t Miscellaneous
next write documentation -t HPy
next set up websites and funding -t HPy
next perhaps another meeting on HPy this year -t HPy
END
