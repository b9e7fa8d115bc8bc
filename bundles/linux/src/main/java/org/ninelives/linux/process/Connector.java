package org.ninelives.linux.process;

/** Numbers of linux/connector.h and linux/cn_proc.h. */
final class Connector {

    static final int NETLINK_CONNECTOR = 11;

    /** The group, and the two halves of the name, of messages about processes. */
    static final int CN_IDX_PROC = 1;

    static final int CN_VAL_PROC = 1;

    static final int PROC_CN_MCAST_LISTEN = 1;
    static final int PROC_CN_MCAST_IGNORE = 2;

    /**
     * struct cn_msg: the name, a sequence number, an acknowledgement, the length of what follows.
     */
    static final int MESSAGE_HEADER = 20;

    static final int MESSAGE_ACKNOWLEDGEMENT = 12;

    /** struct proc_event: what happened, on which processor, when, and then to whom. */
    static final int EVENT_HEADER = 16;

    static final int PROC_EVENT_NONE = 0;
    static final int PROC_EVENT_FORK = 0x1;
    static final int PROC_EVENT_EXEC = 0x2;
    static final int PROC_EVENT_COMM = 0x200;
    static final int PROC_EVENT_EXIT = 0x8000_0000;

    /** TASK_COMM_LEN of linux/sched.h, the zero at the end included. */
    static final int COMM_BYTES = 16;

    private Connector() {}
}
