package dev.beranda.adapter.web.syndication;

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

/// Documents what every feed can be narrowed by, and what it answers but for itself.
@Parameter(
        name = "tag",
        in = ParameterIn.QUERY,
        description = "Only posts with the tag of this slug",
        schema = @Schema(type = "string"))
@Parameter(
        name = "category",
        in = ParameterIn.QUERY,
        description = "Only posts in the category of this slug, or in one below it",
        schema = @Schema(type = "string"))
@Parameter(
        name = "author",
        in = ParameterIn.QUERY,
        description = "Only posts of the author with this user name",
        schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "400",
        description = "A parameter that is not known here: `unknown_field`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description = "There is no such tag, category or author: `not_found`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description = "Understood, but some parameters will not do, all named at once: `validation_failed`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ReadsChannel {}
