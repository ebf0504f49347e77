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

/// Documents how one makes sure to change what one saw.
@Parameter(
        name = "If-Match",
        in = ParameterIn.HEADER,
        description = "The ETag that was seen",
        schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "412",
        description = "If-Match no longer holds: `stale`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface HoldsVersion {}
