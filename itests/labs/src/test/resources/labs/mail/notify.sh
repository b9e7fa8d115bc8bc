#!/bin/bash
#

contact='root@example.com'
email_send="keepalived@$(basename FOLDER).example.com"
email_passwd='1212jiojsfojfi'
email_smtp_server='10.0.0.25'

send_email () {
    local email_receive="$1"
    local email_subject="$2"
    local email_message="$3"
    sendemail -f $email_send -t $email_receive -u $email_subject -m $email_message -s $email_smtp_server -o message-charset=utf-8 -o tls=no -xu $email_send -xp $email_passwd
}

notify() {
    if [[ $1 =~ ^(master|backup|fault)$ ]];then
        mailsubject="lab to be $1, vip floating"
        mailbody="$(date +'%F %T'): vrrp transition, lab changed to be $1"
        send_email "$contact" "$mailsubject" "$mailbody"
   else
        echo "Usage: $(basename $0) {master|backup|fault}"
        exit 1
   fi
}

notify $1
