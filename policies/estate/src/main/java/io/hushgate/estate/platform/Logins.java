package io.hushgate.estate.platform;

import io.hushgate.estate.fact.PlatformFact.Login;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Place;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Reads as whom and where documents log in: kubeconfigs, registry logins of Docker, key files of
 * Google's service accounts. The credentials themselves are the scanner's.
 *
 * <p>Sources: kubernetes.io, kubeconfig (v1); docs.docker.com, {@code docker login}, {@code auths};
 * cloud.google.com, service account keys. Kubernetes takes a client certificate's common name as
 * the user and its organizations as the groups.
 */
public final class Logins {
    private Logins() {}

    /** Adds a fact for each login of the document; most documents have none. */
    public static void read(Mapping root, Collector into) {
        if (root.text("kind").equals("Config") && root.get("users").isPresent()) {
            clusters(root, into);
        }
        registries(root.mapping("auths"), into);
        if (root.text("type").equals("service_account") && root.get("client_email").isPresent()) {
            add("cloud", root.text("client_email"), List.of(), root.text("project_id"), root, into);
        }
    }

    private static void registries(Mapping auths, Collector into) {
        for (Entry entry : auths.entries()) {
            if (entry.value() instanceof Mapping login) {
                String registry = entry.key().text().replaceFirst("^https?://", "");
                add("registry", login.text("username"), List.of(), registry, login, into);
            }
        }
    }

    private static void clusters(Mapping root, Collector into) {
        for (Mapping named : root.mappings("users")) {
            Mapping user = named.mapping("user");
            Subject subject = Subject.of(user, named.text("name"));
            for (Mapping context : root.mappings("contexts")) {
                Mapping chosen = context.mapping("context");
                if (chosen.text("user").equals(named.text("name"))) {
                    String server = server(root, chosen.text("cluster"));
                    add("cluster", subject.user(), subject.groups(), server, user, into);
                }
            }
        }
    }

    private static String server(Mapping root, String cluster) {
        return root.mappings("clusters").stream()
                .filter(named -> named.text("name").equals(cluster))
                .map(named -> named.mapping("cluster").text("server"))
                .findFirst()
                .orElse(cluster);
    }

    /** As whom a server of Kubernetes knows somebody. */
    private record Subject(String user, List<String> groups) {
        static Subject of(Mapping user, String name) {
            try {
                byte[] pem = Base64.getDecoder().decode(user.text("client-certificate-data"));
                X509Certificate certificate =
                        (X509Certificate)
                                CertificateFactory.getInstance("X.509")
                                        .generateCertificate(new ByteArrayInputStream(pem));
                return of(new LdapName(certificate.getSubjectX500Principal().getName()), name);
            } catch (CertificateException | IllegalArgumentException | InvalidNameException e) {
                return new Subject(name, List.of());
            }
        }

        private static Subject of(LdapName subject, String name) {
            String user = name;
            List<String> groups = new ArrayList<>();
            for (Rdn part : subject.getRdns()) {
                switch (part.getType()) {
                    case "CN" -> user = part.getValue().toString();
                    case "O" -> groups.add(part.getValue().toString());
                    default -> {}
                }
            }
            return new Subject(user, groups);
        }
    }

    private static void add(
            String kind,
            String principal,
            List<String> groups,
            String target,
            Mapping within,
            Collector into) {
        Place first = within.place();
        into.add(new Login(kind, principal, groups, target, last(within, first), into.at(first)));
    }

    /** The last line of a mapping of plain values, each on a line of its own or all on one. */
    private static int last(Mapping within, Place first) {
        int last = first.line();
        for (Entry entry : within.entries()) {
            last = Math.max(last, entry.value().place().line());
        }
        return last;
    }
}
