// libxml2's converter structure names ICU's types, whose headers clash with those of Foundation.
// We never touch that structure, so it is declared without them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
