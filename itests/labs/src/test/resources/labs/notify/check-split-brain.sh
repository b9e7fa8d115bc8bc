#!/bin/sh
# check-split-brain.sh: on the backup, warns when it has the address although the master answers.
lb01_vip=10.0.0.44
lb01_ip=10.0.0.1

while true; do
    ping -c 2 -W 3 $lb01_ip > /dev/null 2>&1
    if [ $? -eq 0 -a "$(ip addr | grep "$lb01_vip" | wc -l)" -eq 1 ]; then
        echo "ha is split brain.warning"
    else
        echo "ha is ok"
    fi
    sleep 1
done
