/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b1a287b9c4a7fca035f8f60f3ebac6e6d7aeedb2 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_App___construct, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, httpHost, "\'localhost\'")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, port, "8080")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, address, "\'127.0.0.1\'")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, loop, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, context, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_App_route, 0, 0, 2)
	ZEND_ARG_INFO(0, path)
	ZEND_ARG_OBJ_INFO(0, controller, Ratchet\\ComponentInterface, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, allowedOrigins, IS_ARRAY, 0, "[]")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, httpHost, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_App_run, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Ratchet_App, __construct);
ZEND_METHOD(Ratchet_App, route);
ZEND_METHOD(Ratchet_App, run);


static const zend_function_entry class_Ratchet_App_methods[] = {
	ZEND_ME(Ratchet_App, __construct, arginfo_class_Ratchet_App___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_App, route, arginfo_class_Ratchet_App_route, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_App, run, arginfo_class_Ratchet_App_run, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_App(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet", "App", class_Ratchet_App_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);

	zval property_routes_default_value;
	ZVAL_NULL(&property_routes_default_value);
	zend_string *property_routes_name = zend_string_init("routes", sizeof("routes") - 1, 1);
	zend_declare_property_ex(class_entry, property_routes_name, &property_routes_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_routes_name);

	zval property_flashServer_default_value;
	ZVAL_NULL(&property_flashServer_default_value);
	zend_string *property_flashServer_name = zend_string_init("flashServer", sizeof("flashServer") - 1, 1);
	zend_declare_property_ex(class_entry, property_flashServer_name, &property_flashServer_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_flashServer_name);

	zval property__server_default_value;
	ZVAL_NULL(&property__server_default_value);
	zend_string *property__server_name = zend_string_init("_server", sizeof("_server") - 1, 1);
	zend_declare_property_ex(class_entry, property__server_name, &property__server_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__server_name);

	zval property_httpHost_default_value;
	ZVAL_NULL(&property_httpHost_default_value);
	zend_string *property_httpHost_name = zend_string_init("httpHost", sizeof("httpHost") - 1, 1);
	zend_declare_property_ex(class_entry, property_httpHost_name, &property_httpHost_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_httpHost_name);

	zval property_port_default_value;
	ZVAL_NULL(&property_port_default_value);
	zend_string *property_port_name = zend_string_init("port", sizeof("port") - 1, 1);
	zend_declare_property_ex(class_entry, property_port_name, &property_port_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_port_name);

	zval property__routeCounter_default_value;
	ZVAL_LONG(&property__routeCounter_default_value, 0);
	zend_string *property__routeCounter_name = zend_string_init("_routeCounter", sizeof("_routeCounter") - 1, 1);
	zend_declare_property_ex(class_entry, property__routeCounter_name, &property__routeCounter_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__routeCounter_name);

	return class_entry;
}
