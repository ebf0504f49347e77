package dev.beranda.adapter.web.post;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents by what posts are looked for.
@Parameter(
        name = "q",
        in = ParameterIn.QUERY,
        description =
                "Words, all of which are wanted; \"in quotes\", next to each other; `-` before a word, without it; `or`. What"
                        + " fits best comes first, and titles that resemble the words where nothing has them",
        schema = @Schema(type = "string", maxLength = 100))
@Parameter(
        name = "tag",
        in = ParameterIn.QUERY,
        description = "Only those with the tag of this slug",
        schema = @Schema(type = "string"))
@Parameter(
        name = "category",
        in = ParameterIn.QUERY,
        description = "Only those in the category of this slug, or in one below it",
        schema = @Schema(type = "string"))
@Parameter(
        name = "author",
        in = ParameterIn.QUERY,
        description = "Only those of the author with this user name",
        schema = @Schema(type = "string"))
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "Published at this moment or later",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "Published before this moment",
        schema = @Schema(type = "string", format = "date-time"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ChoosesPosts {}
