package io.hushgate.estate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.EstateReading;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.fact.VaultFact.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Directories of Terraform files, and modules that call each other. */
class ModulesTest {
    private static final String ROLE =
            """
            resource "vault_kubernetes_auth_backend_role" "r" {
              backend                          = vault_auth_backend.cluster.path
              role_name                        = local.name
              bound_service_account_names      = var.accounts
              bound_service_account_namespaces = ["shop"]
              token_policies                   = [vault_policy.shop.name]
            }
            """;

    /** Name and text of each file in turns. */
    private static <T extends Fact> List<T> read(Class<T> type, String... files) {
        EstateReader reader = new EstateReader();
        List<EstateReading> readings = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            readings.add(reader.read(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return reader.inModules(readings).stream()
                .flatMap(reading -> reading.facts().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void filesOfADirectoryAreOneModule() {
        String[] files = {
            "infra/role.tf", ROLE,
            "infra/policy.tf",
                    """
                    resource "vault_policy" "shop" {
                      name   = "${var.env}-shop"
                      policy = <<-EOT
                        path "secret/data/${var.env}/shop/*" {
                          capabilities = ["read"]
                        }
                        path "secret/metadata/*" {
                          capabilities = ["list"]
                        }
                      EOT
                    }
                    resource "vault_auth_backend" "cluster" {
                      type = "kubernetes"
                      path = "k8s/${var.env}"
                    }
                    """,
            "infra/variables.tf",
                    """
                    variable "env" { default = "dev" }
                    variable "accounts" { type = list(string) }
                    locals { name = format("%s-web", var.env) }
                    """,
            "infra/terraform.tfvars", "env = \"live\"\naccounts = [\"web\", \"api\"]\n"
        };

        Role role = read(Role.class, files).getFirst();
        assertThat(role.name()).isEqualTo("live-web");
        assertThat(role.authMount()).isEqualTo("k8s/live");
        assertThat(role.bound().serviceAccounts()).containsExactly("web", "api");
        assertThat(role.policies()).containsExactly("live-shop");
        assertThat(role.at().file() + ":" + role.at().line()).isEqualTo("infra/role.tf:1");
        assertThat(role.at().confidence()).isEqualTo(Confidence.HIGH);
        Policy policy = read(Policy.class, files).getFirst();
        assertThat(policy.name()).isEqualTo("live-shop");
        assertThat(policy.rules())
                .extracting(rule -> rule.line() + " " + rule.path())
                .containsExactly("4 secret/data/live/shop/*", "7 secret/metadata/*");
        assertThat(policy.at().confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void loopsOverLiteralCollectionsMakeAnInstanceEach() {
        List<Role> roles =
                read(
                        Role.class,
                        "roles.tf",
                        """
                        resource "vault_kubernetes_auth_backend_role" "r" {
                          for_each                         = var.teams
                          role_name                        = each.key
                          bound_service_account_names      = each.value.accounts
                          bound_service_account_namespaces = ["ns-${each.key}"]
                          token_policies                   = [vault_policy.p[each.key].name]
                        }
                        resource "vault_approle_auth_backend_role" "n" {
                          count     = 2
                          role_name = "runner-${count.index}"
                        }
                        """,
                        "policies.tf",
                        """
                        variable "teams" {
                          default = {
                            red  = { accounts = ["a"] }
                            blue = { accounts = ["b", "c"] }
                          }
                        }
                        resource "vault_policy" "p" {
                          for_each = toset(keys(var.teams))
                          name     = "team-${each.value}"
                          policy   = "path \\"secret/data/${each.value}/*\\" { capabilities = [\\"read\\"] }"
                        }
                        """);

        assertThat(roles)
                .extracting(role ->
                        role.name()
                                + " "
                                + role.bound().serviceAccounts()
                                + role.bound().namespaces()
                                + role.policies())
                .containsExactlyInAnyOrder(
                        "red [a][ns-red][team-red]",
                        "blue [b, c][ns-blue][team-blue]",
                        "runner-0 [][][]",
                        "runner-1 [][][]");
    }

    @Test
    void aModuleIsReadWithTheArgumentsOfEachCall() {
        String[] files = {
            "live/main.tf",
                    """
                    module "web" {
                      source   = "../modules/app"
                      name     = "web"
                      policies = ["base"]
                    }
                    module "jobs" {
                      source   = "../modules/app"
                      for_each = toset(["mail", "sync"])
                      name     = "job-${each.key}"
                    }
                    resource "vault_auth_backend" "a" {
                      type = "approle"
                      path = "approle/${module.web.role}"
                    }
                    """,
            "modules/app/main.tf",
                    """
                    resource "vault_kubernetes_auth_backend_role" "r" {
                      role_name                        = var.name
                      bound_service_account_names      = [var.name]
                      bound_service_account_namespaces = ["apps"]
                      token_policies                   = concat(var.policies, ["app-${var.name}"])
                    }
                    output "role" { value = vault_kubernetes_auth_backend_role.r.role_name }
                    """,
            "modules/app/variables.tf",
                    "variable \"name\" {}\nvariable \"policies\" { default = [] }\n"
        };

        assertThat(read(Role.class, files))
                .allSatisfy(role -> assertThat(role.at().file()).isEqualTo("modules/app/main.tf"))
                .extracting(role -> role.name() + " " + role.policies())
                .containsExactlyInAnyOrder(
                        "web [base, app-web]",
                        "job-mail [app-job-mail]",
                        "job-sync [app-job-sync]");
        assertThat(read(AuthMount.class, files).getFirst().path()).isEqualTo("approle/web");
    }

    @Test
    void policyDocumentsAndPolicyTextsMayStandInOtherFiles() {
        List<Policy> policies =
                read(
                        Policy.class,
                        "policies.tf",
                        """
                        resource "vault_policy" "doc" {
                          name   = "doc"
                          policy = data.vault_policy_document.doc.hcl
                        }
                        resource "vault_policy" "text" {
                          name   = "text"
                          policy = local.text
                        }
                        """,
                        "data.tf",
                        """
                        locals { text = "path \\"b/*\\" { capabilities = [\\"read\\"] }" }
                        data "vault_policy_document" "doc" {
                          rule {
                            path         = "a/*"
                            capabilities = ["update"]
                          }
                        }
                        """);

        assertThat(policies)
                .extracting(policy ->
                        policy.name()
                                + " "
                                + policy.rules().getFirst().path()
                                + " "
                                + policy.at().file()
                                + ":"
                                + policy.rules().getFirst().line())
                .containsExactly("doc a/* policies.tf:1", "text b/* policies.tf:7");
    }

    @Test
    void modulesThatCallEachOtherEnd() {
        List<Use> uses =
                read(
                        Use.class,
                        "a/main.tf",
                        "module \"b\" {\n  source = \"../b\"\n}\n"
                                + "data \"vault_kv_secret_v2\" \"s\" {\n  mount = \"kv\"\n  name = \"a\"\n}\n",
                        "b/main.tf",
                        "module \"a\" {\n  source = \"../a\"\n}\nmodule \"c\" {\n  source = \"../a\"\n}\n");

        assertThat(uses)
                .isNotEmpty()
                .allSatisfy(use -> assertThat(use.path()).isEqualTo("kv/data/a"));
    }

    @Test
    void valuesThatReferToThemselvesEnd() {
        Role role =
                read(
                                Role.class,
                                "a.tf",
                                "locals {\n  a = \"${local.b}x\"\n}\n"
                                        + "resource \"vault_approle_auth_backend_role\" \"r\" {\n  role_name = local.a\n}\n",
                                "b.tf",
                                "locals {\n  b = \"${local.a}${local.a}\"\n}\n")
                        .getFirst();

        assertThat(role.at().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void listsOfReferencesThatMultiplyEnd() {
        StringBuilder locals = new StringBuilder("locals {\n");
        for (int i = 0; i < 12; i++) {
            String next = "local.a" + (i + 1);
            locals.append(
                    "a%d = [%s]\n".formatted(i, String.join(", ", Collections.nCopies(9, next))));
        }
        locals.append("}\n");

        List<Role> roles =
                read(
                        Role.class,
                        "a.tf",
                        locals.toString(),
                        "b.tf",
                        "resource \"vault_approle_auth_backend_role\" \"r\" {\n  role_name = \"x\"\n  token_policies = local.a0\n}\n");

        assertThat(roles).hasSize(1);
    }
}
