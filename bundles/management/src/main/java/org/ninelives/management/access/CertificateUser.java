package org.ninelives.management.access;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The user to whom a client's certificate is made out: the common name of its subject. */
final class CertificateUser {

    private CertificateUser() {}

    /** The name; empty if there is none or more than one, which no user has. */
    static String of(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal().getName());
    }

    /** The same of a distinguished name, as RFC 2253 writes it. */
    static String of(String distinguishedName) {
        List<String> names = new ArrayList<>();
        try {
            for (Rdn part : new LdapName(distinguishedName).getRdns()) {
                Attribute common = part.toAttributes().get("cn");
                for (int i = 0; common != null && i < common.size(); i++) {
                    names.add(String.valueOf(common.get(i)));
                }
            }
        } catch (NamingException e) {
            return "";
        }
        return names.size() == 1 ? names.getFirst() : "";
    }
}
