package org.updatable.it.models;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Everybody's password is their name. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "magazine")
public class Staff implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential given
                        && given.getCaller().equals(given.getPasswordAsString())
                ? new CredentialValidationResult(given.getCaller(), Set.of("staff"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
