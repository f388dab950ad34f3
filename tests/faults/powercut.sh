#!/usr/bin/env bash
# A power cut, as far as one can be had without pulling a plug: writers record in a file system of their own, are stopped,
# and the disk below it is copied as it is. The copy is mounted as after a restart. All that was confirmed has to be there.
#
#     sudo tests/faults/powercut.sh [CUTS [PROGRAM]]
#
# A control does the same with a program whose syncs do nothing, and has to lose something: else this would prove nothing.
# Needs root, loop devices, mkfs.ext4 and a C compiler. It does not know what a disk does with a cache of its own that it
# says it has emptied.
set -euo pipefail
shopt -s nullglob

cuts=${1:-20}
program=$(realpath "${2:-target/release/sprint}")
writers=8

room=$(mktemp -d)
stop_all() { [ -z "${group:-}" ] || kill -KILL -- "-$group" 2>/dev/null || true; }
clean_up() {
    stop_all
    umount --lazy "$room/disk" 2>/dev/null || true
    umount --lazy "$room/after" 2>/dev/null || true
    rm -rf "$room"
}
trap clean_up EXIT
mkdir "$room/disk" "$room/after" "$room/home"

cat > "$room/nosync.c" <<'END'
int fsync(int file) { (void)file; return 0; }
int fdatasync(int file) { (void)file; return 0; }
END
cc -shared -fPIC -o "$room/nosync.so" "$room/nosync.c"

export HOME=$room/home SPRINT_NOW=2017-02-27T09:00:00+01:00 SPRINT_DIR=$room/disk
unset SPRINT SPRINT_BY

die() { echo "$*" >&2; exit 1; }

# A process that was killed may take a moment to let go of the disk.
let_go() {
    local tries=0
    until umount "$1" 2>/dev/null; do
        [ $((tries += 1)) -lt 500 ] || die "$1 is busy"
        sleep 0.01
    done
}

# await STATES: until all processes of the group are in one of these states, or gone.
await() {
    local tries=0
    while ps -eo pgid=,stat= | awk -v group="$group" '$1 == group { print $2 }' | grep -q "^[^$1]"; do
        [ $((tries += 1)) -lt 1000 ] || die 'the writers do not stop'
        sleep 0.01
    done
}

# What a log says, in the words of a confirmation.
recorded() { sed -nE 's/^([0-9]+)-.* kind = "plan", text = "([^"]*)".* \}$/\1 planned: \2/p' "$@" | sort; }

# cut PRELOAD: one cut; leaves in $one how much was confirmed, how much of it is gone, whether a last line was cut off, and
# whether the next command worked.
cut() {
    rm -rf "$room/confirmed" && mkdir "$room/confirmed"
    truncate -s 0 "$room/image" && truncate -s 64M "$room/image"
    mkfs.ext4 -q "$room/image"
    mount -o loop "$room/image" "$room/disk" || die 'no loop device'

    export LD_PRELOAD=$1
    "$program" init hut --from 2017-02-27 > "$room/init" || die 'no sprint'
    # One process group of their own, to be stopped at once. Each entry is of another day, so that new logs are made all the time.
    set -m
    (
        entry=0
        for writer in $(seq $writers); do
            while "$program" --by "w$writer" plan --day "2017-02-$((++entry % 18 + 10))" "entry $entry of $writer" >> "$room/confirmed/$writer"; do :; done &
        done
        wait
    ) 2>/dev/null &
    group=$!
    set +m
    unset LD_PRELOAD
    sleep "0.$((RANDOM % 90 + 10))"
    kill -STOP -- "-$group"
    await TZ
    cp --sparse=always "$room/image" "$room/copy"
    # If the system wrote to the disk meanwhile, the copy is of no one moment.
    local still=yes
    cmp -s "$room/image" "$room/copy" || still=no
    kill -KILL -- "-$group"
    wait "$group" 2>/dev/null || true
    await Z
    group=
    let_go "$room/disk"
    [ $still = yes ] || return 1

    mount -o loop "$room/copy" "$room/after" || die 'the copy is no file system'
    cat "$room/confirmed"/[0-9]* | sort > "$room/all"
    recorded "$room/after/sprints/hut"/2017*.toml > "$room/there" 2>/dev/null || true
    local torn=0 next=ok
    "$program" -C "$room/after" check 2>/dev/null | grep -q 'cut off' && torn=1
    # The next command works without a repair by hand.
    "$program" -C "$room/after" --by next plan 'after the cut' > /dev/null 2>&1 || next=fails
    let_go "$room/after"
    one="$(wc -l < "$room/all") $(comm -23 "$room/all" "$room/there" | wc -l) $torn $next"
}

# series NAME PRELOAD: as many cuts as were asked for; leaves what is gone in $lost.
series() {
    local confirmed=0 torn=0 losing=0 failing=0 again=0 done=0
    lost=0
    while [ $done -lt "$cuts" ]; do
        # What fails in there ends the script by itself.
        if ! cut "$2"; then
            again=$((again + 1))
            continue
        fi
        read -r of gone cut_off next <<< "$one"
        done=$((done + 1))
        confirmed=$((confirmed + of))
        lost=$((lost + gone))
        torn=$((torn + cut_off))
        [ "$gone" = 0 ] || losing=$((losing + 1))
        [ "$next" = ok ] || failing=$((failing + 1))
    done
    echo "$1: $cuts cuts, $confirmed confirmed, $lost of them gone (in $losing cuts), $torn last lines cut off," \
        "$failing times the next command failed; $again copies taken again"
    total_failing=$failing
}

series 'with syncs' ''
lost_with=$lost failing_with=$total_failing
series 'control without syncs' "$room/nosync.so"
[ "$lost_with" = 0 ] || { echo 'confirmed entries are gone' >&2; exit 1; }
[ "$failing_with" = 0 ] || { echo 'a command failed after a cut' >&2; exit 1; }
[ "$lost" != 0 ] || { echo 'the control lost nothing: this proves nothing' >&2; exit 1; }
