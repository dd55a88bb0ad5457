package io.hushgate.estate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.RbacRole;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.fact.VaultFact.PolicyAlias;
import io.hushgate.estate.fact.VaultFact.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerraformReaderTest {
    private static <T extends Fact> List<T> read(Class<T> type, String text) {
        return new EstateReader()
                .read("main.tf", text.getBytes(StandardCharsets.UTF_8)).facts().stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
    }

    @Test
    void readsPoliciesInEachFormTheyTake() {
        String text =
                """
                resource "vault_policy" "heredoc" {
                  name   = "Heredoc"
                  policy = <<-EOT
                    path "a/*" {
                      capabilities = ["read"]
                    }
                  EOT
                }
                resource "vault_policy" "json" {
                  name   = "json"
                  policy = jsonencode({ path = { "b/*" = { capabilities = ["sudo"] } } })
                }
                data "vault_policy_document" "doc" {
                  rule {
                    path         = "c/*"
                    capabilities = ["update"]
                    allowed_parameter {
                      key   = "name"
                      value = ["x"]
                    }
                  }
                }
                resource "vault_policy" "doc" {
                  name   = "doc"
                  policy = data.vault_policy_document.doc.hcl
                }
                resource "vault_policy" "file" {
                  name   = "File"
                  policy = file("${path.module}/policies/f.hcl")
                }
                """;

        assertThat(read(Policy.class, text))
                .extracting(p ->
                        p.name()
                                + " "
                                + p.rules().getFirst().path()
                                + " "
                                + p.rules().getFirst().line())
                .containsExactly("heredoc a/* 4", "json b/* 11", "doc c/* 15");
        assertThat(read(Policy.class, text).get(2).rules().getFirst().allowedParameters())
                .containsEntry("name", List.of("x"));
        assertThat(read(PolicyAlias.class, text))
                .extracting(alias -> alias.name() + " " + alias.file())
                .containsExactly("file policies/f.hcl");
    }

    @Test
    void followsReferencesWithinTheFile() {
        Role role =
                read(
                                Role.class,
                                """
                                variable "env" { default = "prod" }
                                locals { accounts = ["web", "api"] }
                                resource "vault_auth_backend" "k" {
                                  type = "kubernetes"
                                  path = "k8s-${var.env}"
                                }
                                resource "vault_policy" "p" { name = "app" }
                                resource "kubernetes_service_account" "s" {
                                  metadata {
                                    name      = "s"
                                    namespace = "team"
                                  }
                                }
                                resource "vault_kubernetes_auth_backend_role" "r" {
                                  backend                          = vault_auth_backend.k.path
                                  role_name                        = "Web"
                                  bound_service_account_names      = local.accounts
                                  bound_service_account_namespaces = [kubernetes_service_account.s.metadata[0].namespace]
                                  token_policies                   = [vault_policy.p.name, "other"]
                                  token_ttl                        = 3600
                                  audience                         = var.unknown
                                }
                                """)
                        .getFirst();

        assertThat(role.authMount()).isEqualTo("k8s-prod");
        assertThat(role.name()).isEqualTo("web");
        assertThat(role.bound().serviceAccounts()).containsExactly("web", "api");
        assertThat(role.bound().namespaces()).containsExactly("team");
        assertThat(role.policies()).containsExactly("app", "other");
        assertThat(role.token().ttl().seconds()).isEqualTo(Optional.of(3600L));
        assertThat(role.bound().audience()).isEqualTo("${var.unknown}");
        assertThat(role.lines()).containsEntry("token_ttl", 20);
    }

    @Test
    void isNotSureOfARoleWhoseNameIsComputed() {
        Role role =
                read(
                                Role.class,
                                "resource \"vault_approle_auth_backend_role\" \"r\" {\n  role_name = \"x-${each.key}\"\n}\n")
                        .getFirst();

        assertThat(role.at().confidence()).isEqualTo(Confidence.LOW);
        assertThat(role.kind()).isEqualTo("approle");
    }

    @Test
    void readsResourcesOfTheKubernetesProviderAsManifests() {
        String text =
                """
                resource "kubernetes_role_v1" "r" {
                  metadata {
                    name = "r"
                  }
                  rule {
                    api_groups = [""]
                    resources  = ["secrets"]
                    verbs      = ["get"]
                  }
                }
                resource "kubernetes_cluster_role_binding" "b" {
                  metadata {
                    name = "b"
                  }
                  role_ref {
                    kind = "ClusterRole"
                    name = "cluster-admin"
                  }
                  subject {
                    kind      = "ServiceAccount"
                    name      = "default"
                    namespace = "kube-system"
                  }
                }
                resource "kubernetes_secret" "s" {
                  metadata {
                    name = "s"
                  }
                  data = {
                    password = var.password
                    literal  = "Zx81Spectrum48K"
                  }
                }
                resource "kubernetes_deployment" "d" {
                  metadata {
                    name = "d"
                  }
                  spec {
                    template {
                      spec {
                        service_account_name = "web"
                        container {
                          name = "c"
                          env {
                            name = "P"
                            value_from {
                              secret_key_ref {
                                name = "s"
                                key  = "password"
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
                """;

        RbacRole role = read(RbacRole.class, text).getFirst();
        assertThat(role.rules().getFirst().resources()).containsExactly("secrets");
        assertThat(role.rules().getFirst().line()).isEqualTo(5);
        RbacBinding binding = read(RbacBinding.class, text).getFirst();
        assertThat(binding.role().name()).isEqualTo("cluster-admin");
        assertThat(binding.subjects().getFirst().namespace()).isEqualTo("kube-system");
        SecretObject secret = read(SecretObject.class, text).getFirst();
        assertThat(secret.source()).isEqualTo("terraform");
        assertThat(secret.keys())
                .extracting(key -> key.value())
                .containsExactly(ValueClass.REFERENCE, ValueClass.LITERAL);
        Workload workload = read(Workload.class, text).getFirst();
        assertThat(workload.serviceAccount()).isEqualTo("web");
        assertThat(workload.containers().getFirst().env().getFirst().ref()).isEqualTo("s");
    }
}
