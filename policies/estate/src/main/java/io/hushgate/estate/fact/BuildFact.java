package io.hushgate.estate.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What builds and deploys: commands, pipelines, images, and the files that steer them. */
public sealed interface BuildFact extends Fact {

    /**
     * A command of a script, a pipeline, an image build or a container that handles secrets, shows
     * what it does, or checks. Its literal arguments are not told, only what they are.
     *
     * @param subject who runs it: {@code script}, {@code Dockerfile}, {@code pipeline/JOB/STEP},
     *     {@code KIND/NAME} of a workload
     * @param program without its directory
     * @param verbs subcommands, such as {@code create secret generic}
     * @param flags as written, without their values
     * @param settings what is given by {@code --name=value}, {@code --name value} or {@code
     *     name=value}
     * @param variables names of variables and expressions that its words expand
     * @param files words that look like paths
     * @param addresses words that look like URLs, without user information
     * @param input the program whose output it reads; empty if none
     * @param output the file that it writes; empty if none
     * @param pipesTo the program that reads its output; empty if none
     * @param ignored whether its failure is ignored ({@code || true})
     */
    record Command(
            String subject,
            String program,
            List<String> verbs,
            List<String> flags,
            List<Setting> settings,
            List<String> variables,
            List<String> files,
            List<String> addresses,
            String input,
            String output,
            String pipesTo,
            boolean ignored,
            Provenance at)
            implements BuildFact {
        public Command {
            verbs = List.copyOf(verbs);
            flags = List.copyOf(flags);
            settings = List.copyOf(settings);
            variables = List.copyOf(variables);
            files = List.copyOf(files);
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A named value.
     *
     * @param value what stands there
     * @param reference the expression that stands there, such as {@code secrets.TOKEN}; else empty
     */
    record Setting(String name, ValueClass value, String reference, int line, int column) {}

    /**
     * A pipeline of a continuous integration system.
     *
     * @param system {@code github}, {@code gitlab}, {@code harness}, {@code tekton}, {@code
     *     circleci}, {@code azure} or {@code jenkins}
     * @param triggers events that start it, such as {@code pull_request_target}
     * @param permissions scope to access; {@code *} for a word that stands for all scopes; empty if
     *     not given
     * @param jobs in the order of the file
     */
    record Pipeline(
            String system,
            String name,
            List<String> triggers,
            Map<String, String> permissions,
            List<Setting> variables,
            List<Job> jobs,
            Provenance at)
            implements BuildFact {
        public Pipeline {
            triggers = List.copyOf(triggers);
            permissions = Map.copyOf(permissions);
            variables = List.copyOf(variables);
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * A job of a pipeline.
     *
     * @param uses a reusable pipeline that it calls; empty if none
     * @param inheritsSecrets whether it hands all secrets on
     * @param ignoresFailure {@code continue-on-error}, {@code allow_failure}
     * @param credentials what stands at the credentials of its containers
     */
    record Job(
            String name,
            String image,
            String uses,
            Map<String, String> permissions,
            boolean inheritsSecrets,
            boolean ignoresFailure,
            List<Setting> variables,
            List<Setting> credentials,
            List<Step> steps,
            int line,
            int column) {
        public Job {
            permissions = Map.copyOf(permissions);
            variables = List.copyOf(variables);
            credentials = List.copyOf(credentials);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a job.
     *
     * @param uses the action, template or plug-in; empty for a script
     * @param settings what it is given: plain text where it is no secret's value
     * @param references expressions in its script and settings, such as {@code secrets.TOKEN}
     * @param variables its environment
     * @param ignoresFailure {@code continue-on-error}
     */
    record Step(
            String name,
            String uses,
            Map<String, String> settings,
            List<Setting> variables,
            List<String> references,
            boolean ignoresFailure,
            int line,
            int column) {
        public Step {
            settings = Map.copyOf(settings);
            variables = List.copyOf(variables);
            references = List.copyOf(references);
        }
    }

    /**
     * An instruction of an image build that brings something into the image. Commands of {@code
     * RUN} are {@link Command}s of subject {@code Dockerfile}.
     *
     * @param stage name of the build stage, or its number
     * @param shipped whether the stage is the last one, or one that it starts from
     * @param instruction {@code FROM}, {@code ARG}, {@code ENV}, {@code LABEL}, {@code COPY},
     *     {@code ADD}, {@code RUN}, {@code USER}, {@code CMD}, {@code ENTRYPOINT} or {@code
     *     HEALTHCHECK}
     * @param name of the argument, variable, label, user or base image
     * @param value what stands there
     * @param variables names that it expands
     * @param sources of {@code COPY} and {@code ADD}; paths and addresses without user information
     * @param target where they go
     * @param mounts of {@code RUN}: {@code secret:/run/secrets/x}, {@code ssh:}, {@code bind:...}
     * @param credentials whether an address among the sources carries user information
     */
    record ImageStep(
            String stage,
            boolean shipped,
            String instruction,
            String name,
            ValueClass value,
            List<String> variables,
            List<String> sources,
            String target,
            List<String> mounts,
            boolean credentials,
            Provenance at)
            implements BuildFact {
        public ImageStep {
            variables = List.copyOf(variables);
            sources = List.copyOf(sources);
            mounts = List.copyOf(mounts);
        }
    }

    /**
     * A service of a Compose file.
     *
     * @param files files that fill its environment
     */
    record ComposeService(
            String name,
            String image,
            List<Setting> variables,
            List<String> files,
            Optional<Boolean> privileged,
            Provenance at)
            implements BuildFact {
        public ComposeService {
            variables = List.copyOf(variables);
            files = List.copyOf(files);
        }
    }

    /**
     * A file that says something by being there.
     *
     * @param kind {@code owners}, {@code git-ignore}, {@code docker-ignore}, {@code hooks}, {@code
     *     environment}, {@code key}, {@code terraform-state}, {@code loader-backup}, {@code
     *     store-data} or {@code decrypted}
     * @param lines patterns or entries of owners, ignore files and hooks
     */
    record RepositoryFile(String kind, List<String> lines, Provenance at) implements BuildFact {
        public RepositoryFile {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An address or switch in configuration that weakens the encryption of a connection.
     *
     * @param setting what switches it off, such as {@code sslmode=disable}
     * @param credentials whether the same address carries a credential
     */
    record WeakConnection(String key, String setting, boolean credentials, Provenance at)
            implements BuildFact {}
}
