package org.ninelives.linux.loop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ninelives.api.system.Loop;
import org.ninelives.testkit.contract.RecordingListener;
import org.ninelives.testkit.contract.RecordingTask;

/** Tests of what a loop in a network namespace of its own tells of interfaces. */
abstract class LinksInNamespace {

    final RecordingListener told = new RecordingListener();
    KernelRig rig;
    Loop loop;

    @BeforeEach
    final void startLoop() throws Exception {
        rig = new KernelRig();
        loop = rig.start(new RecordingTask());
    }

    @AfterEach
    final void stopLoop() {
        if (loop != null) {
            loop.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    /** From now on the loop tells of interfaces, those there are first. */
    final void watch() throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.links().watch(told);
                    return null;
                });
    }
}
