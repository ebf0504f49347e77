package dev.beranda.adapter.web.session;

import com.nimbusds.jose.jwk.ECKey;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.application.session.ShowPublicKeys;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The keys by which others check our tokens. They are in memory, so nobody waits for them.
@Controller("/.well-known/jwks.json")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Tokens")
final class KeySetController {

    /// A new key is announced long before it signs.
    private static final String FOR_A_WHILE = "public, max-age=300";

    private final ShowPublicKeys showPublicKeys;
    private final Representations representations;

    KeySetController(ShowPublicKeys showPublicKeys, Representations representations) {
        this.showPublicKeys = showPublicKeys;
        this.representations = representations;
    }

    @Get
    @Operation(
            operationId = "showKeys",
            summary = "Show the public keys that access tokens are signed with",
            description = "A JWK Set (RFC 7517). Keys rotate: those to come and those that are over are in it as well.")
    @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of what one has",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "All of them, to be kept for a while",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeySet.class)))
    @ApiResponse(responseCode = "304", description = "Still what is named in If-None-Match")
    CompletionStage<HttpResponse<?>> show(HttpRequest<?> request) {
        var keys = showPublicKeys.show().stream().map(PublicKey::of).toList();
        return CompletableFuture.completedFuture(
                representations.of(new KeySet(keys)).to(request).header(HttpHeaders.CACHE_CONTROL, FOR_A_WHILE));
    }

    @Serdeable
    @Schema(name = "KeySet")
    record KeySet(List<PublicKey> keys) {}

    /// What of a key is for everybody, each member by name: what is not named here is never shown.
    @Serdeable
    @Schema(name = "PublicKey", description = "A JSON Web Key on an elliptic curve")
    record PublicKey(
            String kty,
            String use,
            String alg,

            @Schema(description = "Stands in the head of the tokens that it signed")
            String kid,

            String crv,
            String x,
            String y) {

        static PublicKey of(String json) {
            try {
                ECKey key = ECKey.parse(json);
                return new PublicKey(
                        key.getKeyType().getValue(),
                        key.getKeyUse().identifier(),
                        key.getAlgorithm().getName(),
                        key.getKeyID(),
                        key.getCurve().getName(),
                        key.getX().toString(),
                        key.getY().toString());
            } catch (ParseException notAKey) {
                throw new IllegalStateException("a published key that is none", notAKey);
            }
        }
    }
}
