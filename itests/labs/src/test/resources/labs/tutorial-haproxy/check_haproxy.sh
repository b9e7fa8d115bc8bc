#!/bin/bash
#

netstat -tunlp | grep haproxy &> /dev/null

if [ $? -ne 0 ];then
kill $(cat FOLDER/parent.pid)
fi

