/* SPDX-License-Identifier: MIT
 *
 * For get_gc handlers of objects that hold more than their properties: what
 * PHP's own handler would report goes into the buffer first.
 */
#ifndef WSCHAT_GC_H
#define WSCHAT_GC_H

#include "php.h"

/* Adds the declared properties; returns the table of the others, which the
 * handler has to return. */
static inline HashTable *wschat_gc_add_properties(zend_get_gc_buffer *buffer, zend_object *object)
{
	zval *declared;
	int count, i;
	HashTable *properties = zend_std_get_gc(object, &declared, &count);

	for (i = 0; i < count; i++) {
		zend_get_gc_buffer_add_zval(buffer, &declared[i]);
	}
	return properties;
}

#endif
