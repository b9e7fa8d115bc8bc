package org.ninelives.vrrp.wire;

/** How the adverts of a virtual router prove that they come from one who knows the secret. */
public sealed interface Authentication
        permits Authentication.None, Authentication.SimpleText, Authentication.IpsecAh, AuthHmac {

    /** Adverts prove nothing. */
    Authentication NONE = new None();

    /** Adverts prove nothing. */
    record None() implements Authentication {}

    /**
     * {@code auth_type PASS}: the password stands readable in every advert, RFC 2338 section 10.2.
     * Version 2 over IPv4 only.
     */
    record SimpleText(Password password) implements Authentication {}

    /**
     * {@code auth_type AH}: an IPsec header with HMAC-MD5-96 in front of the advert, RFC 2338
     * section 10.3 and RFC 2402. Version 2 over IPv4 only.
     */
    record IpsecAh(Password password) implements Authentication {}
}
