package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A failover that people are told of by mail: what arrives is the same text from both daemons. */
@LabTest
@ExtendWith(Evidence.class)
class MailTest {
    private static final String SERVER = "mail-server";
    private static final String ENVELOPE =
            "keepalived@example.com|ops@example.com,dev@example.com|";

    @EachPairing
    void eachChangeOfStateIsMailedInTheSameWords(Pairing pairing) {
        try (Lab lab = Labs.open("mail", pairing)) {
            Log mails = serve(lab);
            Router a = lab.start("a");
            lab.awaitMaster(a, "10.0.0.44");
            mails.await("[a] VRRP Group G - Entering MASTER state");
            mails.await("[a] VRRP Instance VI_1 - Entering MASTER state");
            assertThat(mailsOf(mails, "a"))
                    .containsExactlyInAnyOrder(
                            ENVELOPE
                                    + "[a] VRRP Instance VI_1 - Entering BACKUP state|=> VRRP"
                                    + " Instance is no longer owning VRRP VIPs <=",
                            ENVELOPE
                                    + "[a] VRRP Group G - Entering BACKUP state|=> All VRRP group"
                                    + " instances are now in BACKUP state <=",
                            ENVELOPE
                                    + "[a] VRRP Instance VI_1 - Entering MASTER state|=> VRRP"
                                    + " Instance is now owning VRRP VIPs <=",
                            ENVELOPE
                                    + "[a] VRRP Group G - Entering MASTER state|=> All VRRP group"
                                    + " instances are now in MASTER state <=");

            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            mails.await("[b] VRRP Instance VI_1 - Entering BACKUP state");
            a.term();
            lab.awaitMaster(b, "10.0.0.44");
            mails.await("[b] VRRP Instance VI_1 - Entering MASTER state");
            mails.await("[b] VRRP Group G - Entering MASTER state");
            assertThat(mailsOf(mails, "b"))
                    .extracting(mail -> mail.replace("[b]", "[a]"))
                    .containsExactlyInAnyOrderElementsOf(
                            mailsOf(mails, "a").stream()
                                    .filter(mail -> mail.contains("Entering"))
                                    .toList());
            // keepalived may end before its last mails have left.
            if (pairing.on("a") == Implementation.NINELIVES) {
                assertThat(mailsOf(mails, "a"))
                        .contains(
                                ENVELOPE
                                        + "[a] VRRP Instance VI_1 - Stopping|=> VRRP Instance"
                                        + " stopping <=",
                                ENVELOPE
                                        + "[a] VRRP Group G - Stopping|=> All VRRP group instances"
                                        + " are now stopping <=");
            }
            Evidence.note(
                    mailsOf(mails, "a").size() + " and " + mailsOf(mails, "b").size() + " mails");
        }
    }

    @Test
    void aRefusedRecipientAndAServerThatComesLateLoseNoMail() {
        try (Lab lab = Labs.open("mail", Labs.NINELIVES_ALONE)) {
            Router a =
                    lab.start(
                            "a",
                            Labs.edited(
                                    lab,
                                    "a",
                                    text ->
                                            text.replace(
                                                    "smtp_connect_timeout 5",
                                                    "smtp_connect_timeout 5\nsmtp_retry_delay 1")));
            lab.awaitMaster(a, "10.0.0.44");
            a.log().await("mail waits: 10.0.0.25:25: Connection refused");

            Log mails = serve(lab, "dev@example.com");
            mails.await("[a] VRRP Group G - Entering MASTER state");

            a.log().await("is refused for dev@example.com: 550 5.1.1 no such user");
            assertThat(a.log().count("mail waits: ")).isGreaterThanOrEqualTo(1);
            a.log().await("mail goes again");
            mails.await("[a] VRRP Instance VI_1 - Entering MASTER state");
            assertThat(mailsOf(mails, "a"))
                    .hasSize(4)
                    .allMatch(
                            mail -> mail.startsWith("keepalived@example.com|ops@example.com|[a]"));
        }
    }

    @EachPairing
    void theNotifyScriptOfATutorialMailsEachState(Pairing pairing) {
        try (Lab lab = Labs.open("mail", pairing)) {
            Log mails = serve(lab);
            Router a = startWithScript(lab, "a");
            lab.awaitMaster(a, "10.0.0.44");
            mails.await(subjectOf("a", "backup"));
            mails.await(subjectOf("a", "master"));
            Router b = startWithScript(lab, "b");
            lab.awaitBackup(b, a);

            lab.cut("a", "eth0");

            lab.awaitMaster(b, "10.0.0.44");
            mails.await(subjectOf("b", "master"));
        }
    }

    private static String subjectOf(String node, String state) {
        return "keepalived@%s.example.com|root@example.com|lab to be %s, vip floating|"
                .formatted(node, state);
    }

    private static Router startWithScript(Lab lab, String node) {
        ScriptFiles.copy(lab, node, "notify.sh");
        return lab.start(
                node,
                Labs.edited(
                        lab,
                        node,
                        text ->
                                text.replaceAll(" +smtp_alert\n", "")
                                        .replaceFirst(
                                                "virtual_router_id 51\n",
                                                "virtual_router_id 51\n" + tellingBy(lab, node))));
    }

    private static String tellingBy(Lab lab, String node) {
        String script = lab.node(node).folder().resolve("notify.sh").toString();
        return """
            notify_master "%1$s master"
            notify_backup "%1$s backup"
            notify_fault "%1$s fault"
        """
                .formatted(script);
    }

    private static Log serve(Lab lab, String... refused) {
        Node server = lab.node("mx");
        server.start(SERVER, JavaProgram.command(MailServer.class, refused));
        server.log(SERVER).await("ready");
        return server.log(SERVER);
    }

    private static List<String> mailsOf(Log mails, String node) {
        return mails.text().lines().filter(line -> line.contains("|[" + node + "] ")).toList();
    }
}
