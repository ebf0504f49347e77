package dev.beranda.adapter.web.openapi;

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

/// Documents what can be asked by whoever comes, and how they need not be told again what they know. Caches on the way
/// may keep the answer to nobody in particular for a moment; its Surrogate-Key says what it tells of.
@Parameter(
        name = "If-None-Match",
        in = ParameterIn.HEADER,
        description = "The ETag of what one has",
        schema = @Schema(type = "string"))
@ApiResponse(responseCode = "304", description = "Still what is named in If-None-Match")
@ApiResponse(
        responseCode = "401",
        description = "Not a good token (`token_not_valid`), or none where not only what is public is asked for"
                + " (`unauthenticated`)",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface IsPublic {}
