# METADATA
# title: An image build fetches with a password in the address
# description: The address with its password stays in the history of the image.
# related_resources:
# - https://docs.docker.com/build/building/secrets
# custom:
#   id: IMG-DF-ADD-URL-USERINFO
#   severity: high
#   confidence: high
#   remedy: Rotate the password and fetch in a RUN with a secret mount.
package hushgate.checks.image.add_userinfo

import data.hushgate.place

violation contains result if {
	some step in data.estate.image_steps
	step.credentials == true
	result := {"message": sprintf("%s fetches %s with a credential", [step.instruction, step.sources[0]]), "at": place.of(step)}
}
