package dev.beranda.bootstrap.journey

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import com.networknt.schema.JsonSchema
import com.networknt.schema.JsonSchemaFactory
import com.networknt.schema.SpecVersion
import java.util.concurrent.ConcurrentHashMap

/** The interface's description (OpenAPI 3.1), as a judge of answers: nothing may be said that it does not foresee. */
class Description {

    private static final ObjectMapper JSON = new ObjectMapper()
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)

    /** What belongs to operating the server and not to the interface. */
    static final List<String> OUTSIDE = ['/health', '/prometheus', '/docs', '/openapi.json', '/links', '/dev']

    final JsonNode document

    /** What was asked so far and what was said: the method, the path as it is described, the status. */
    final Set<List<String>> seen = ConcurrentHashMap.newKeySet()

    private final Map<String, JsonSchema> known = new ConcurrentHashMap<>()

    Description(String text) {
        document = JSON.readTree(text)
        closeObjects(document.get('components'))
    }

    void mustCover(String method, String rawPath, Answer answer) {
        def path = rawPath.length() > 1 && rawPath.endsWith('/') ? rawPath[0..-2] : rawPath
        if (OUTSIDE.any { path.startsWith(it) }) {
            return
        }
        def operation = operation(method, path)
        seen << [method, template(path), answer.status as String]
        if (operation == null) {
            assert answer.status in [400, 401, 404, 405, 413, 414, 415, 431, 501]: "$method $path is not described: $answer"
            return
        }
        if (answer.status in [404, 405, 408, 414, 431]) {
            assert answer.status != 404 || operation.path('responses').has('404'): "$method $path: 404 is not described"
        }
        mustBeDescribed(operation.path('responses'), "$method $path", answer)
    }

    /** What is said of GET is said of HEAD. */
    JsonNode operation(String method, String path) {
        document.get('paths').get(template(path))?.get(method == 'HEAD' ? 'get' : method.toLowerCase())
    }

    /** The path as it is described: with names where this one has values. */
    private String template(String path) {
        def paths = document.get('paths')
        paths.has(path) ? path : paths.fieldNames().find { matches(it, path) } ?: path
    }

    private void mustBeDescribed(JsonNode responses, String what, Answer answer) {
        def response = responses.get(answer.status as String)
        assert response != null: "$what: status $answer.status is not described"
        if (!answer.text) {
            return
        }
        def content = response.path('content').get(answer.type)
        assert content != null: "$what: $answer.status in $answer.type is not described"
        if (!answer.type.endsWith('json')) {
            return
        }
        def errors = schema(content.get('schema')).validate(JSON.readTree(answer.text))
        assert errors.empty: "$what: $errors in $answer"
    }

    private JsonSchema schema(JsonNode schema) {
        known.computeIfAbsent(schema.toString()) {
            def whole = (schema.deepCopy() as ObjectNode)
            whole.set('components', document.get('components'))
            SCHEMAS.getSchema(whole)
        }
    }

    private static boolean matches(String template, String path) {
        path ==~ template.replaceAll(/\{[^}]+}/, '[^/]+').replace('.', '\\.')
    }

    /** A field that is not described is an error too. */
    private static void closeObjects(JsonNode components) {
        components.get('schemas').each { schema ->
            if (schema.has('properties')) {
                (schema as ObjectNode).put('additionalProperties', false)
            }
        }
    }
}
