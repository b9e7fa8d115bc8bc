#!/bin/bash
#

curl 127.0.0.1 &> /dev/null
if [ $? -ne 0 ]; then
  kill $(cat FOLDER/parent.pid)
fi
