package org.ninelives.labs;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service manager that ends whoever gives no sign of life, and a daemon that hangs. */
@LabTest
class WatchdogTest {
    private static final String VIP = "10.0.0.44";
    private static final String SIGN = "WATCHDOG=1";
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** Holds a thread of a process still, and nothing else of it, until it is ended itself. */
    private static final String HOLD =
            """
            import ctypes, os, signal, sys
            SEIZE, INTERRUPT = 0x4206, 0x4207
            ptrace = ctypes.CDLL(None).ptrace
            ptrace.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]
            tasks = f'/proc/{sys.argv[1]}/task'
            for task in os.listdir(tasks):
                with open(f'{tasks}/{task}/comm') as name:
                    if name.read().strip() == sys.argv[2]:
                        thread = int(task)
            assert ptrace(SEIZE, thread, None, None) == 0
            assert ptrace(INTERRUPT, thread, None, None) == 0
            os.waitpid(thread, 0x40000000)
            print('held', flush=True)
            signal.pause()
            """;

    @Test
    void itIsFedWhileTheLoopOfTheVirtualRoutersTurns() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            Log manager = ServiceManagers.listen(node, node.folder().resolve("notify").toString());
            Router a = startWatched(lab, node);
            lab.awaitMaster(a, VIP);
            awaitSigns(lab, manager, 5);

            Process holder =
                    node.start(
                            "holder",
                            List.of("python3", "-c", HOLD, Long.toString(a.pid()), "vrrp"));
            node.log("holder").await("held");
            a.log().await("The vrrp loop has not answered for 1000 ms");
            staysUnfed(lab, manager);
            holder.destroy();
            a.log().await("The vrrp loop answers again, the watchdog is fed");
            awaitSigns(lab, manager, 3);

            a.hang();
            staysUnfed(lab, manager);
            a.resume();
            awaitSigns(lab, manager, 3);

            a.term();
            manager.await("STOPPING=1");
        }
    }

    private static Router startWatched(Lab lab, Node node) {
        return lab.start(
                "a",
                lab.file("a.conf"),
                List.of(
                        "env",
                        "NOTIFY_SOCKET=" + node.folder().resolve("notify"),
                        "WATCHDOG_USEC=" + INTERVAL.toNanos() / 1000));
    }

    private static void awaitSigns(Lab lab, Log manager, int more) {
        long wanted = manager.count(SIGN) + more;
        lab.await(wanted + " signs of life", () -> manager.count(SIGN) >= wanted);
    }

    private static void staysUnfed(Lab lab, Log manager) {
        Await.pause(INTERVAL); // What was said before must have been written down.
        long until = manager.count(SIGN);
        lab.stays("no sign of life", INTERVAL.multipliedBy(3), () -> manager.count(SIGN) == until);
    }
}
