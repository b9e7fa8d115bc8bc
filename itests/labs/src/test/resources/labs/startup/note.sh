#!/bin/sh
# note.sh startup|shutdown: notes how many virtual addresses were there when it began and when it ended.
begin=$(ip -o addr show dev eth0 | grep -c 10.0.0.44)
sleep 1
end=$(ip -o addr show dev eth0 | grep -c 10.0.0.44)
echo "$1 $begin $end" >> FOLDER/told.txt
