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

/// Documents the parameters every list has, and how those of a list can fail to be read.
@Parameter(
        name = "limit",
        in = ParameterIn.QUERY,
        description = "How many at most",
        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
@Parameter(
        name = "cursor",
        in = ParameterIn.QUERY,
        description = "`next_cursor` or `prev_cursor` of another page",
        schema = @Schema(type = "string"))
@Parameter(
        name = "count",
        in = ParameterIn.QUERY,
        description = "Whether to say how many there are",
        schema = @Schema(type = "boolean"))
@ApiResponse(
        responseCode = "400",
        description =
                "A cursor that is not of this list, a limit or order that does not exist, or a parameter that is not known here: `invalid_cursor`, `invalid_limit`, `invalid_sort`, `unknown_field`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description = "Understood, but some parameters will not do, all named at once: `validation_failed`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ReadsQuery {}
