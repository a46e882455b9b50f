#!/bin/sh
# A panel by a SLURM job. One task is the scheduler of Dask, all others read.
#
#     sbatch slurm.sh REPORTS PANEL
#
# The environment with taizhang[corpus] must be active on every node; REPORTS and PANEL lie on a shared disk, which
# only the node that starts the job reads and writes. Send the job again to go on where one was broken off.
#SBATCH --job-name=taizhang
#SBATCH --ntasks=41
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=2G
#SBATCH --time=04:00:00
set -eu

reports=$1
panel=$2
mkdir -p "$(dirname "$panel")"
scheduler="$(dirname "$panel")/scheduler-$SLURM_JOB_ID.json"
steps=
trap 'kill $steps 2>/dev/null || true; rm -f "$scheduler"' EXIT

srun --ntasks=1 --exact dask scheduler --port 0 --no-dashboard --scheduler-file "$scheduler" &
steps=$!
srun --ntasks=$((SLURM_NTASKS - 1)) --exact \
  dask worker --scheduler-file "$scheduler" --nthreads 1 --memory-limit 2GB --no-dashboard &
steps="$steps $!"

while [ ! -s "$scheduler" ]; do sleep 1; done
taizhang corpus build "$reports" --out "$panel" --cluster "$scheduler"
