// Says of objects that may be left out that they may: the generator writes down that they can only be null. Does
// nothing where it has done so before.

import groovy.json.JsonOutput
import groovy.json.JsonSlurper

def description = new File(project.build.outputDirectory, 'META-INF/swagger/beranda.json')

def mend
mend = { node ->
    switch (node) {
        case List:
            return node.collect(mend)
        case Map:
            def mended = node.collectEntries { name, value -> [name, mend(value)] }
            if (mended.type == 'null' && mended.allOf) {
                return mended.findAll { !(it.key in ['type', 'allOf']) } + [anyOf: mended.allOf + [[type: 'null']]]
            }
            return mended
        default:
            return node
    }
}

if (description.file) {
    description.text = JsonOutput.toJson(mend(new JsonSlurper().parse(description)))
}
