/* SPDX-License-Identifier: MIT
 *
 * Makes objects by their constructors. It refuses to hand out one whose
 * constructor threw. Called where a native class does what a script would.
 */
#include "object.h"

#include "gate.h"

bool wschat_object_new(zval *object, zend_class_entry *ce, uint32_t argc, zval *argv)
{
	zend_function *constructor;

	if (object_init_ex(object, ce) == FAILURE) {
		ZVAL_UNDEF(object);
		return false;
	}
	constructor = Z_OBJ_HT_P(object)->get_constructor(Z_OBJ_P(object));
	if (constructor) {
		wschat_gate_call_function(constructor, Z_OBJ_P(object), argc, argv, NULL);
	}
	if (EG(exception)) {
		zend_object_store_ctor_failed(Z_OBJ_P(object));
		zval_ptr_dtor(object);
		ZVAL_UNDEF(object);
		return false;
	}
	return true;
}

bool wschat_object_new_named(zval *object, const char *name, uint32_t argc, zval *argv)
{
	zend_string *text = zend_string_init(name, strlen(name), false);
	zend_class_entry *ce = zend_lookup_class(text);

	zend_string_release(text);
	ZVAL_UNDEF(object);
	if (!ce) {
		if (!EG(exception)) {
			zend_throw_error(NULL, "Class \"%s\" not found", name);
		}
		return false;
	}
	return wschat_object_new(object, ce, argc, argv);
}
