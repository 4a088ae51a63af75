#!/usr/bin/env bash
# Runs in shards on a real Slurm of one node: munge, slurmctld and slurmd from Debian's packages, on the loopback address
# with a configuration of their own, as root. A task is killed on purpose and tries again; another is cancelled for good
# and only it is submitted again; in the end the merged results have the bytes of the single run.
#
#   HSB=bin/hsb bash Tests/Cluster/cluster.sh
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
hsb=${HSB:-$root/bin/hsb}
here=$(mktemp -d /tmp/hsb-cluster-XXXXXX)
chmod 755 "$here"
started=()

finish() {
  local status=$?
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  if [ $status -ne 0 ]; then
    echo "-- logs"
    tail -n 20 "$here"/*.log "$here"/results/*/slurm/*.log 2>/dev/null || true
  fi
  rm -rf "$here"
  exit $status
}
trap finish EXIT

say() { echo ".. $*"; }
fail() { echo "cluster: $*" >&2; exit 1; }
# Waits until a command succeeds.
await() {
  local seconds=$1
  shift
  for _ in $(seq $((seconds * 5))); do "$@" >/dev/null 2>&1 && return 0; sleep 0.2; done
  fail "waited $seconds s for: $*"
}

start_munge() {
  mkdir -m 755 "$here/munge"
  head -c 1024 /dev/urandom >"$here/munge/key"
  chmod 400 "$here/munge/key"
  munged --foreground --force --key-file "$here/munge/key" --socket "$here/munge/socket" --pid-file "$here/munge/pid" \
    --log-file "$here/munge.log" --seed-file "$here/munge/seed" 2>"$here/munged.log" &
  started+=($!)
  await 20 munge --no-input --socket "$here/munge/socket"
}

start_slurm() {
  local node
  node=$(hostname -s)
  mkdir "$here/state" "$here/spool"
  cat >"$here/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmdUser=root
SlurmctldPort=26817
SlurmdPort=26818
AuthType=auth/munge
AuthInfo=socket=$here/munge/socket
CredType=cred/munge
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/spool
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,batch_sched_delay=0,default_queue_depth=100
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
SwitchType=switch/none
KillWait=2
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=1000 State=UNKNOWN
PartitionName=short Nodes=$node Default=YES MaxTime=10 State=UP
CONF
  export SLURM_CONF=$here/slurm.conf
  slurmctld -D -f "$SLURM_CONF" >"$here/slurmctld.out" 2>&1 &
  started+=($!)
  slurmd -D -f "$SLURM_CONF" -N "$node" >"$here/slurmd.out" 2>&1 &
  started+=($!)
  await 60 sh -c 'sinfo --noheader --format=%T | grep -qx idle'
}

queue_is_empty() { [ -z "$(squeue --noheader 2>/dev/null)" ]; }
present() { find "$1/shards" -name 'shard-*.hsb' 2>/dev/null | wc -l; }

# The bytes of two folders of results, times and threads in the manifests left out.
same_results() {
  local file
  for file in projections.csv targets.csv projects.csv leadership.csv scenario.yaml; do
    cmp "$1/$file" "$2/$file" || return 1
  done
  cmp <(sed '/^  "run": {/,$d' "$1/manifest.json") <(sed '/^  "run": {/,$d' "$2/manifest.json")
}

cd "$here"
ln -s "$root/scenarios" scenarios
members=3200000
say "the single run"
"$hsb" run scenarios/baseline.yaml --members $members --quiet --output whole
start_munge
start_slurm
say "Slurm $(sinfo --version | cut -d' ' -f2) is up: $(sinfo --noheader --format='%n, %c processors')"

say "an array job of 32 shards; the program of one task is killed, which tries again"
"$hsb" submit scenarios/baseline.yaml --slurm --shards 32 --members $members --account test --partition short \
  --memory 100M --output killed --go
killed=
for _ in $(seq 2000); do
  victim=$(pgrep -f -- "run scenarios/baseline.yaml .*--shard [0-9]* .*--output killed" | head -1) || true
  if [ -n "$victim" ] && kill -KILL "$victim" 2>/dev/null; then killed=$victim && break; fi
  sleep 0.05
done
[ -n "$killed" ] || fail "no task was seen running"
await 240 queue_is_empty
grep -qh "ended with status 137" killed/slurm/shard-*.log || fail "the killed task does not say that it tried again"
same_results whole killed || fail "the merged results are not those of the single run"
say "merged: the bytes of the single run ($(present killed) shards)"

say "a task is cancelled for good: the merge is, too, and only what is missing is submitted again"
"$hsb" submit scenarios/baseline.yaml --slurm --shards 32 --members $members --partition short --memory 100M \
  --output cancelled --go | tee submitted
job=$(sed -n 's/.*array job \([0-9]*\).*/\1/p' submitted)
await 60 test -e cancelled/shards/shard-01-of-32.hsb
scancel "${job}_32"
await 240 queue_is_empty
[ ! -e cancelled/manifest.json ] || fail "it was merged without the cancelled shard"
[ "$(present cancelled)" -eq 31 ] || fail "expected 31 shards, found $(present cancelled)"
"$hsb" status cancelled --lang en | head -4
"$hsb" submit scenarios/baseline.yaml --slurm --shards 32 --members $members --partition short --memory 100M \
  --output cancelled --go | tee submitted
grep -q "^shards 32: array job" submitted || fail "more than the failed shard was submitted again"
await 240 queue_is_empty
same_results whole cancelled || fail "the merged results are not those of the single run"
say "merged: the bytes of the single run"

say "a sweep and an allocation search as array jobs"
sweep="scenarios/sweeps/enterprise-tourism.yaml --members 1000"
search="scenarios/baseline.yaml --maximize gdp_100_yi --starts 4 --members 256 --limits scenarios/limits/one-payer.yaml"
# shellcheck disable=SC2086
{
  "$hsb" submit $sweep --slurm --shards 12 --partition short --memory 100M --output swept --go
  "$hsb" submit $search --slurm --shards 4 --partition short --memory 100M --output searched --go
  await 240 queue_is_empty
  "$hsb" sweep $sweep --quiet --output swept-whole
  "$hsb" optimize $search --quiet --output searched-whole
}
cmp swept/sweep.csv swept-whole/sweep.csv || fail "the merged sweep is not the single one"
for file in allocation.csv allocation_outcomes.csv frontier.csv allocation.yaml; do
  cmp searched/$file searched-whole/$file || fail "the merged search is not the single one"
done
say "merged: the bytes of the single sweep and of the single search"

say "the same commands by GNU parallel"
"$hsb" shards scenarios/baseline.yaml --shards 16 --members 20000 --output parallel --command >commands
[ "$(wc -l <commands)" -eq 16 ] || fail "expected 16 commands"
if command -v parallel >/dev/null; then parallel --jobs 2 <commands; else xargs -d '\n' -P 2 -n 1 sh -c <commands; fi
"$hsb" merge parallel --quiet
"$hsb" run scenarios/baseline.yaml --members 20000 --quiet --output whole
same_results whole parallel || fail "the merged results are not those of the single run"
[ -z "$("$hsb" shards scenarios/baseline.yaml --shards 16 --members 20000 --output parallel --missing)" ] ||
  fail "shards that are there are said to be missing"
echo "cluster: all as expected"
