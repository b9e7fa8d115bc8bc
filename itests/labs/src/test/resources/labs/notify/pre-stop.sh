#!/bin/sh
# pre-stop.sh FOLDER: takes its time, and notes what addresses the node has after that.
sleep 1
ip -o address show dev eth0 > "$1/pre-stop.txt"
