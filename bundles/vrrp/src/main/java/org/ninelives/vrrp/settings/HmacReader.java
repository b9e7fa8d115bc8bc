package org.ninelives.vrrp.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.wire.AuthHmac;
import org.ninelives.vrrp.wire.Authentication;
import org.ninelives.vrrp.wire.HmacKey;

/**
 * Reads {@code auth_hmac}. An instance that asks for it and cannot have it does not run: it would
 * believe everybody.
 */
final class HmacReader {

    private final InstanceScope scope;
    private final Values block;

    private HmacReader(InstanceScope scope) {
        this.scope = scope;
        this.block = scope.get(AuthenticationGrammar.AUTH_HMAC);
    }

    static Authentication read(InstanceScope scope, long advertIntervalNanos, KeyFiles files) {
        return new HmacReader(scope).read(advertIntervalNanos, files);
    }

    private Authentication read(long advertIntervalNanos, KeyFiles files) {
        Map<Integer, HmacKey> keys = keys(files);
        Optional<Integer> active = block.get(AuthenticationGrammar.ACTIVE_KEY);
        if (active.isEmpty()) {
            cannotRun("active_key is missing");
            return Authentication.NONE;
        }
        if (!keys.containsKey(active.get())) {
            cannotRun("active_key " + active.get() + " names no usable key");
            return Authentication.NONE;
        }
        AuthHmac.AntiReplay antiReplay = block.get(AuthenticationGrammar.ANTI_REPLAY);
        if (antiReplay == AuthHmac.AntiReplay.MONOTONIC
                && block.isSet(AuthenticationGrammar.TIME_WINDOW)) {
            warn(AuthenticationGrammar.TIME_WINDOW, "has no effect with anti_replay monotonic");
        }
        return new AuthHmac(
                List.copyOf(keys.values()),
                active.get(),
                mode(),
                antiReplay,
                block.get(AuthenticationGrammar.TIME_WINDOW)
                        .orElse(AuthHmac.defaultWindowSeconds(advertIntervalNanos)));
    }

    /** The keys that can be used, by number. */
    private Map<Integer, HmacKey> keys(KeyFiles files) {
        Map<Integer, HmacKey> keys = new LinkedHashMap<>();
        for (Located<KeyText> line : block.get(AuthenticationGrammar.KEY)) {
            KeyText text = line.value();
            try {
                if (keys.containsKey(text.id())) {
                    throw new UnreadableSecretException(
                            "key " + text.id() + " is there already; this one is left out");
                }
                keys.put(text.id(), new HmacKey(text.id(), text.bytes(files)));
            } catch (UnreadableSecretException | IllegalArgumentException e) {
                scope.error(AuthenticationGrammar.KEY, line, e.getMessage());
            }
        }
        return keys;
    }

    private AuthHmac.Mode mode() {
        AuthHmac.Mode written = block.get(AuthenticationGrammar.MODE);
        if (scope.isStrict() && written != AuthHmac.Mode.ENFORCE) {
            warn(AuthenticationGrammar.MODE, "is enforce in strict mode");
            return AuthHmac.Mode.ENFORCE;
        }
        return written;
    }

    private void warn(Keyword<?> keyword, String message) {
        scope.problems().warning(block.position(keyword), keyword.name(), message);
    }

    private void cannotRun(String message) {
        scope.cannotRun(AuthenticationGrammar.AUTH_HMAC, message);
    }
}
