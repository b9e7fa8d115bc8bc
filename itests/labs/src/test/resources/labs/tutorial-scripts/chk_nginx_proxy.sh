#!/bin/bash
#
if [ `netstat -lntup | grep nginx | wc -l` -ne 1 ]; then
  kill $(cat FOLDER/parent.pid)
fi
