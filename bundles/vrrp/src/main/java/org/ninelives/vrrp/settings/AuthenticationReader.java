package org.ninelives.vrrp.settings;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.wire.Authentication;
import org.ninelives.vrrp.wire.Password;

/** Reads how adverts prove where they come from. */
final class AuthenticationReader {

    private final InstanceScope scope;

    private AuthenticationReader(InstanceScope scope) {
        this.scope = scope;
    }

    static Authentication read(
            InstanceScope scope, IpAddress.Family family, RouterSettings router, KeyFiles files) {
        boolean password = scope.isSet(AuthenticationGrammar.AUTHENTICATION);
        if (!scope.isSet(AuthenticationGrammar.AUTH_HMAC)) {
            return password
                    ? new AuthenticationReader(scope).password(family, router.version())
                    : Authentication.NONE;
        }
        if (password) {
            scope.warn(
                    AuthenticationGrammar.AUTHENTICATION,
                    "has no effect beside auth_hmac, which is stronger");
        }
        return HmacReader.read(scope, router.advertIntervalNanos(), files);
    }

    private Authentication password(IpAddress.Family family, int version) {
        Optional<String> obstacle = obstacle(family, version);
        if (obstacle.isPresent()) {
            scope.warn(AuthenticationGrammar.AUTHENTICATION, obstacle.get() + "; ignored");
            return Authentication.NONE;
        }
        Values block = scope.get(AuthenticationGrammar.AUTHENTICATION);
        Optional<AuthenticationGrammar.Type> type = block.get(AuthenticationGrammar.AUTH_TYPE);
        Optional<String> text =
                block.get(AuthenticationGrammar.AUTH_PASS).filter(word -> !word.isEmpty());
        if (type.isEmpty() || text.isEmpty()) {
            scope.problems()
                    .error(
                            block.position(),
                            AuthenticationGrammar.AUTHENTICATION.name(),
                            (type.isEmpty() ? "auth_type" : "auth_pass")
                                    + " is missing; adverts are not authenticated");
            return Authentication.NONE;
        }
        if (text.get().getBytes(StandardCharsets.UTF_8).length > Password.BYTES) {
            scope.problems()
                    .warning(
                            block.position(AuthenticationGrammar.AUTH_PASS),
                            AuthenticationGrammar.AUTH_PASS.name(),
                            "only the first " + Password.BYTES + " characters count");
        }
        Password password = Password.of(text.get());
        return switch (type.get()) {
            case PASS -> new Authentication.SimpleText(password);
            case AH -> new Authentication.IpsecAh(password);
        };
    }

    /** Why a password cannot be. */
    private Optional<String> obstacle(IpAddress.Family family, int version) {
        if (version == 3) {
            return Optional.of("version 3 has no authentication");
        }
        if (scope.isStrict()) {
            return Optional.of("strict mode has no authentication");
        }
        return family == IpAddress.Family.IPV6
                ? Optional.of("adverts over IPv6 have no password; auth_hmac can do it")
                : Optional.empty();
    }
}
