package org.ninelives.testkit;

import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.SystemException;

/** The misfortunes of a machine: none until a test asks for them. */
public final class Refusals {

    private Predicate<AddressChange> refusedChanges = change -> false;
    private String changeErrno = "";
    private Predicate<RouteChange> refusedRoutes = change -> false;
    private String routeErrno = "";
    private Predicate<RuleChange> refusedRules = change -> false;
    private String ruleErrno = "";
    private String socketErrno = "";
    private String advertErrno = "";
    private boolean datagramsWait;
    private Predicate<KernelSetting> refusedSettings = setting -> false;
    private String settingErrno = "";
    private String virtualLinkErrno = "";
    private String firewallErrno = "";
    private boolean survivesFailures;

    /** From now on the changes for which this holds are refused. */
    public void changes(Predicate<AddressChange> which, String errno) {
        refusedChanges = which;
        changeErrno = errno;
    }

    /** From now on the changes to routes for which this holds are refused. */
    public void routes(Predicate<RouteChange> which, String errno) {
        refusedRoutes = which;
        routeErrno = errno;
    }

    /** From now on the changes to rules for which this holds are refused. */
    public void rules(Predicate<RuleChange> which, String errno) {
        refusedRules = which;
        ruleErrno = errno;
    }

    /** From now on no socket can be opened; an empty errno ends that. */
    public void sockets(String errno) {
        socketErrno = errno;
    }

    /** From now on no advert can be sent; an empty errno ends that. */
    public void adverts(String errno) {
        advertErrno = errno;
    }

    /**
     * From now on UDP packets that arrive are read only when the loop catches up, as if it had been
     * held up just before it looked whether there are any.
     */
    public void datagramsWait(boolean wait) {
        datagramsWait = wait;
    }

    boolean datagramsWait() {
        return datagramsWait;
    }

    /** From now on the settings for which this holds cannot be changed. */
    public void settings(Predicate<KernelSetting> which, String errno) {
        refusedSettings = which;
        settingErrno = errno;
    }

    /** From now on no virtual interface can be made; an empty errno ends that. */
    public void virtualLinks(String errno) {
        virtualLinkErrno = errno;
    }

    /** From now on the firewall cannot be changed; an empty errno ends that. */
    public void firewall(String errno) {
        firewallErrno = errno;
    }

    /**
     * From now on exceptions of callees are passed over, where a real loop logs them. Without this
     * they come out of {@code settle} and {@code advance}, so that a test sees them.
     */
    public void surviveFailures() {
        survivesFailures = true;
    }

    boolean survivesFailures() {
        return survivesFailures;
    }

    Optional<SystemException> of(AddressChange change, String linkName) {
        if (!refusedChanges.test(change)) {
            return Optional.empty();
        }
        String type = change instanceof AddressChange.Remove ? "RTM_DELADDR " : "RTM_NEWADDR ";
        String what = type + change.address().prefix() + " on " + linkName;
        return Optional.of(new SystemException(what, changeErrno, ""));
    }

    Optional<SystemException> of(RouteChange change) {
        if (!refusedRoutes.test(change)) {
            return Optional.empty();
        }
        String type = change instanceof RouteChange.Add ? "RTM_NEWROUTE " : "RTM_DELROUTE ";
        return Optional.of(new SystemException(type + change.route(), routeErrno, ""));
    }

    Optional<SystemException> of(RuleChange change) {
        if (!refusedRules.test(change)) {
            return Optional.empty();
        }
        String type = change instanceof RuleChange.Add ? "RTM_NEWRULE " : "RTM_DELRULE ";
        return Optional.of(new SystemException(type + change.rule(), ruleErrno, ""));
    }

    void checkSocket(String name) throws SystemException {
        check(name, socketErrno);
    }

    void checkSetting(KernelSetting setting, int value) throws SystemException {
        if (refusedSettings.test(setting)) {
            check(setting + " = " + value, settingErrno);
        }
    }

    void checkVirtualLink(String name) throws SystemException {
        check("RTM_NEWLINK " + name, virtualLinkErrno);
    }

    void checkFirewall() throws SystemException {
        check("NFT_MSG_NEWTABLE", firewallErrno);
    }

    private static void check(String what, String errno) throws SystemException {
        if (!errno.isEmpty()) {
            throw new SystemException(what, errno, "");
        }
    }

    Optional<String> advertErrno() {
        return advertErrno.isEmpty() ? Optional.empty() : Optional.of(advertErrno);
    }
}
