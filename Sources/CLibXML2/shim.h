#pragma once
#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU; its <unicode/*> headers clash with the ICU module in Foundation.
#undef LIBXML_ICU_ENABLED
#include <iconv.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
// `xmlFree` is a mutable global function pointer, which Swift 6 refuses to read.
static inline void CLibXML2_free(void *pointer) { xmlFree(pointer); }
