package dev.beranda.adapter.web.factor;

import dev.beranda.domain.factor.RecoveryCode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// A new set of recovery codes, the only time they are shown.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "RecoveryCodes")
public record RecoveryCodesBody(
        @Schema(description = "Each good once, for when the app is gone; shown this once")
        List<String> recoveryCodes) {

    public static RecoveryCodesBody of(List<RecoveryCode> codes) {
        return new RecoveryCodesBody(codes.stream().map(RecoveryCode::reveal).toList());
    }

    /// Codes do not belong into logs.
    @Override
    public String toString() {
        return "RecoveryCodes";
    }
}
