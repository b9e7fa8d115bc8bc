package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.oneOf;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.wire.AuthHmac;

/** The keywords of {@code authentication} and {@code auth_hmac}. */
final class AuthenticationGrammar {

    /** The authentication types of RFC 2338 that keepalived kept. */
    enum Type {
        PASS,
        AH
    }

    static final Keyword<Optional<Type>> AUTH_TYPE =
            Keyword.optional("auth_type", oneOf(Type.class), "plain password, or IPsec AH");
    static final Keyword<Optional<String>> AUTH_PASS =
            Keyword.optional("auth_pass", word("a password"), "shared secret, 8 characters count");
    static final Keyword<Values> AUTHENTICATION =
            Keyword.block(
                    "authentication",
                    BlockGrammar.of(AUTH_TYPE, AUTH_PASS),
                    "authentication of version 2 adverts");

    static final Keyword<List<Located<KeyText>>> KEY =
            Keyword.list(
                    "key", new KeyText.Type(), "a shared key and the number adverts name it by");
    static final Keyword<Optional<Integer>> ACTIVE_KEY =
            Keyword.optional(
                    "active_key", integer(1, 255), "number of the key adverts are sent with");
    static final Keyword<Optional<Integer>> TIME_WINDOW =
            Keyword.optional(
                    "time_window",
                    integer(1, AuthHmac.WINDOW_SECONDS_MAX),
                    "seconds by which clocks may differ");
    static final Keyword<AuthHmac.AntiReplay> ANTI_REPLAY =
            Keyword.value(
                    "anti_replay",
                    choice(
                            Map.entry("time", AuthHmac.AntiReplay.TIME),
                            Map.entry("monotonic", AuthHmac.AntiReplay.MONOTONIC)),
                    AuthHmac.AntiReplay.TIME,
                    "how an old advert is recognised");
    static final Keyword<AuthHmac.Mode> MODE =
            Keyword.value(
                    "mode",
                    choice(
                            Map.entry("enforce", AuthHmac.Mode.ENFORCE),
                            Map.entry("permissive", AuthHmac.Mode.PERMISSIVE),
                            Map.entry("receive-only", AuthHmac.Mode.RECEIVE_ONLY)),
                    AuthHmac.Mode.ENFORCE,
                    "what becomes of adverts without a trailer");
    static final Keyword<Values> AUTH_HMAC =
            Keyword.block(
                    "auth_hmac",
                    BlockGrammar.of(KEY, ACTIVE_KEY, TIME_WINDOW, ANTI_REPLAY, MODE),
                    "authentication of adverts of both versions by a trailer");

    static final List<Keyword<?>> KEYWORDS = List.of(AUTHENTICATION, AUTH_HMAC);

    private AuthenticationGrammar() {}
}
