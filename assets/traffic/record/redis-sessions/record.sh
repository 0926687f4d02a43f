#!/bin/sh
# Records what a Django site asks of Redis: sh record.sh FOLDER [SECONDS]
# Needs Debian 12 with redis-server redis-tools python3-django python3-django-redis gunicorn. Everything stays on loopback.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
seconds=${2:-180}
redis_port=7391
site_port=7392

mkdir -p "$folder"
cd "$folder"
export PYTHONPATH="$here" PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=settings
export SITE_REDIS="redis://127.0.0.1:$redis_port/0" SITE_DATABASE="$PWD/site.sqlite"
SITE_SECRET=$(head -c 32 /dev/urandom | base64)
export SITE_SECRET

rm -f site.sqlite
/usr/bin/python3 -m django migrate --verbosity 0
/usr/bin/python3 "$here/fill.py"

redis-server --bind 127.0.0.1 --port "$redis_port" --save '' --appendonly no > redis.log &
redis=$!
/usr/bin/gunicorn --bind "127.0.0.1:$site_port" --workers 3 wsgi 2> site.log &
site=$!
trap 'kill $site $redis' EXIT
sleep 3
redis-cli -p "$redis_port" MONITOR > redis-monitor-sessions.monitor &
monitor=$!
sleep 1
/usr/bin/python3 "$here/visitors.py" "$site_port" "$seconds" 1
kill $monitor
gzip -9n -f redis-monitor-sessions.monitor
