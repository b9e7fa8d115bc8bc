package org.ninelives.testkit.contract;

/** Makes, changes and ends processes of the machine under test. */
public interface ProcessHand {

    /** Starts a process of the name {@code sh}, which waits, and answers its process id. */
    int start() throws Exception;

    /** Lets a process that was started make another, and answers that one's process id. */
    int fork(int parent) throws Exception;

    /** Lets a process that was started change its name. */
    void rename(int pid, String name) throws Exception;

    /** Lets a process that was started execute {@code sleep 1000}. */
    void executeSleep(int pid) throws Exception;

    /** Ends a process. */
    void end(int pid) throws Exception;
}
