#!/usr/bin/env bash
# After a deployment: the api is ready, api and worker run the release of this commit, and a job goes through the queue.
# bash ops/smoke.sh API COMMIT, such as https://leakwatch-api-staging.fly.dev and 40 hexadecimal digits.
set -euo pipefail
api=$1 commit=$2

ask() { curl --fail --silent --show-error --retry 10 --retry-delay 3 --retry-all-errors --max-time 40 "$api$1"; }
names_commit() {
  local what=$1 answer=$2
  if [[ $answer != *"$commit"* ]]; then
    echo "smoke: $what answers $answer, which is not the release of commit $commit." >&2
    exit 1
  fi
  echo "smoke: $what $answer"
}

ask /health/ready
echo
names_commit "the api's /version" "$(ask /version)"
# A worker of that release has run a job that went through the queue and answered through the database. The worker before
# it may have been the last to run one; what it proves is worth nothing once it has been gone for half a minute.
worker=$(ask /health/worker)
for _ in 1 2 3 4 5 6; do
  [[ $worker == *"$commit"* ]] && break
  sleep 10
  worker=$(ask /health/worker)
done
names_commit "the worker by /health/worker" "$worker"
