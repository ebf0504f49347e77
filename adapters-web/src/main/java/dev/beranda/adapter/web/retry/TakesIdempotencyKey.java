package dev.beranda.adapter.web.retry;

import dev.beranda.adapter.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents that one may ask again: for routes that answer through [Once].
@Parameter(
        name = "Idempotency-Key",
        in = ParameterIn.HEADER,
        description =
                "A name of one's own for this request, such as a UUID. Whoever asks again by it within a day, with the same"
                        + " body, gets the first answer, and nothing is done twice. With another body:"
                        + " `idempotency_key_reused`",
        schema = @Schema(type = "string", minLength = 1, maxLength = 255))
@ApiResponse(
        responseCode = "409",
        description = "The same is being carried out (`request_in_progress`), or a race was lost (`conflict`)",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface TakesIdempotencyKey {}
