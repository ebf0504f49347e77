package dev.beranda.adapter.web.factor;

import dev.beranda.domain.factor.Demand;
import dev.beranda.domain.factor.FactorKind;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What somebody gets who has proven one factor and owes another, by whatever door they came.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "SecondFactorWanted")
public record SecondFactorWanted(
        @Schema(allowableValues = "true") boolean mfaRequired,

        @Schema(
                description =
                        "Goes to `/api/auth/login/mfa` with a code, or to `/api/auth/passkeys/login/options`; good for"
                                + " nothing else")
        String mfaToken,

        @ArraySchema(schema = @Schema(allowableValues = {"totp", "recovery_code", "passkey"}))
        List<String> methods,

        @Schema(description = "Seconds until the token expires")
        long expiresIn) {

    public static SecondFactorWanted of(Demand demand) {
        return new SecondFactorWanted(
                true,
                demand.token().reveal(),
                demand.kinds().stream().sorted().map(FactorKind::word).toList(),
                demand.expiresIn().toSeconds());
    }

    /// Tokens do not belong into logs.
    @Override
    public String toString() {
        return "SecondFactorWanted";
    }
}
