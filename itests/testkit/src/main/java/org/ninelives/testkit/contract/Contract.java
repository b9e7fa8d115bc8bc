package org.ninelives.testkit.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ninelives.api.system.Loop;

/** The rig and a loop for each test of a contract. */
abstract class Contract {

    Rig rig;
    RecordingTask task;
    Loop loop;

    /** A fresh rig. */
    protected abstract Rig rig() throws Exception;

    @BeforeEach
    void start() throws Exception {
        rig = rig();
        task = new RecordingTask();
        loop = rig.start(task);
    }

    @AfterEach
    void stop() throws Exception {
        if (loop != null) {
            loop.close();
        }
        if (rig != null) {
            rig.close();
        }
    }
}
