/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: c326f445037374a85afe74ba49b35523c2501497 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_MethodNotAllowedException___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, allowedMethods, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, message, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, code, IS_LONG, 0, "0")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, previous, Throwable, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RequestContextAwareInterface_setContext, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, context, WsChat\\Routing\\RequestContext, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RequestContextAwareInterface_getContext, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_UrlMatcherInterface_match, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, pathinfo, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RequestContext___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, baseUrl, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, method, IS_STRING, 0, "\'GET\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, host, IS_STRING, 0, "\'localhost\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, scheme, IS_STRING, 0, "\'http\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, httpPort, IS_LONG, 0, "80")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, httpsPort, IS_LONG, 0, "443")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, path, IS_STRING, 0, "\'/\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, queryString, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_getBaseUrl, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setBaseUrl, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, baseUrl, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RequestContext_getPathInfo arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setPathInfo, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, pathInfo, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RequestContext_getMethod arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setMethod, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RequestContext_getHost arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setHost, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, host, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RequestContext_getScheme arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setScheme, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, scheme, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_getHttpPort, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setHttpPort, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, httpPort, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RequestContext_getHttpsPort arginfo_class_WsChat_Routing_RequestContext_getHttpPort

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setHttpsPort, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, httpsPort, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RequestContext_getQueryString arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setQueryString, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, queryString, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RequestContext_getParameters arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setParameters, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, parameters, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_getParameter, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_hasParameter, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_setParameter, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, parameter, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_RequestContext_isSecure, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_Route___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, defaults, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, requirements, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, host, IS_STRING, 1, "\'\'")
	ZEND_ARG_TYPE_MASK(0, schemes, MAY_BE_STRING|MAY_BE_ARRAY, "[]")
	ZEND_ARG_TYPE_MASK(0, methods, MAY_BE_STRING|MAY_BE_ARRAY, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, condition, IS_STRING, 1, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getPath arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setPath, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, pattern, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getHost arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setHost, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, pattern, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getSchemes arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setSchemes, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_MASK(0, schemes, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_hasScheme, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, scheme, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getMethods arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setMethods, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_MASK(0, methods, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getOptions arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setOptions, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, options, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_addOptions arginfo_class_WsChat_Routing_Route_setOptions

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setOption, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getOption arginfo_class_WsChat_Routing_RequestContext_getParameter

#define arginfo_class_WsChat_Routing_Route_hasOption arginfo_class_WsChat_Routing_RequestContext_hasParameter

#define arginfo_class_WsChat_Routing_Route_getDefaults arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setDefaults, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, defaults, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_addDefaults arginfo_class_WsChat_Routing_Route_setDefaults

#define arginfo_class_WsChat_Routing_Route_getDefault arginfo_class_WsChat_Routing_RequestContext_getParameter

#define arginfo_class_WsChat_Routing_Route_hasDefault arginfo_class_WsChat_Routing_RequestContext_hasParameter

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setDefault, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, default, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getRequirements arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setRequirements, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, requirements, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_addRequirements arginfo_class_WsChat_Routing_Route_setRequirements

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_getRequirement, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_hasRequirement, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setRequirement, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, regex, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_Route_getCondition arginfo_class_WsChat_Routing_RequestContext_getBaseUrl

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_Route_setCondition, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, condition, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_getIterator, 0, 0, ArrayIterator, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RouteCollection_count arginfo_class_WsChat_Routing_RequestContext_getHttpPort

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_add, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, route, WsChat\\Routing\\Route, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, priority, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_RouteCollection_all arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_get, 0, 1, WsChat\\Routing\\Route, 1)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_remove, 0, 0, 1)
	ZEND_ARG_TYPE_MASK(0, name, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_addCollection, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, collection, WsChat\\Routing\\RouteCollection, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_addPrefix, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, prefix, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, defaults, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, requirements, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_addNamePrefix, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, prefix, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_setHost, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, pattern, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, defaults, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, requirements, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_setCondition, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, condition, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_addDefaults, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, defaults, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_addRequirements, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, requirements, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_addOptions, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, options, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_setSchemes, 0, 0, 1)
	ZEND_ARG_TYPE_MASK(0, schemes, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_RouteCollection_setMethods, 0, 0, 1)
	ZEND_ARG_TYPE_MASK(0, methods, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Routing_UrlMatcher___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, routes, WsChat\\Routing\\RouteCollection, 0)
	ZEND_ARG_OBJ_INFO(0, context, WsChat\\Routing\\RequestContext, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Routing_UrlMatcher_setContext arginfo_class_WsChat_Routing_RequestContextAwareInterface_setContext

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Routing_UrlMatcher_getContext, 0, 0, WsChat\\Routing\\RequestContext, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Routing_UrlMatcher_match, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, pathinfo, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(WsChat_Routing_MethodNotAllowedException, __construct);
ZEND_METHOD(WsChat_Routing_MethodNotAllowedException, getAllowedMethods);
ZEND_METHOD(WsChat_Routing_RequestContext, __construct);
ZEND_METHOD(WsChat_Routing_RequestContext, getBaseUrl);
ZEND_METHOD(WsChat_Routing_RequestContext, setBaseUrl);
ZEND_METHOD(WsChat_Routing_RequestContext, getPathInfo);
ZEND_METHOD(WsChat_Routing_RequestContext, setPathInfo);
ZEND_METHOD(WsChat_Routing_RequestContext, getMethod);
ZEND_METHOD(WsChat_Routing_RequestContext, setMethod);
ZEND_METHOD(WsChat_Routing_RequestContext, getHost);
ZEND_METHOD(WsChat_Routing_RequestContext, setHost);
ZEND_METHOD(WsChat_Routing_RequestContext, getScheme);
ZEND_METHOD(WsChat_Routing_RequestContext, setScheme);
ZEND_METHOD(WsChat_Routing_RequestContext, getHttpPort);
ZEND_METHOD(WsChat_Routing_RequestContext, setHttpPort);
ZEND_METHOD(WsChat_Routing_RequestContext, getHttpsPort);
ZEND_METHOD(WsChat_Routing_RequestContext, setHttpsPort);
ZEND_METHOD(WsChat_Routing_RequestContext, getQueryString);
ZEND_METHOD(WsChat_Routing_RequestContext, setQueryString);
ZEND_METHOD(WsChat_Routing_RequestContext, getParameters);
ZEND_METHOD(WsChat_Routing_RequestContext, setParameters);
ZEND_METHOD(WsChat_Routing_RequestContext, getParameter);
ZEND_METHOD(WsChat_Routing_RequestContext, hasParameter);
ZEND_METHOD(WsChat_Routing_RequestContext, setParameter);
ZEND_METHOD(WsChat_Routing_RequestContext, isSecure);
ZEND_METHOD(WsChat_Routing_Route, __construct);
ZEND_METHOD(WsChat_Routing_Route, getPath);
ZEND_METHOD(WsChat_Routing_Route, setPath);
ZEND_METHOD(WsChat_Routing_Route, getHost);
ZEND_METHOD(WsChat_Routing_Route, setHost);
ZEND_METHOD(WsChat_Routing_Route, getSchemes);
ZEND_METHOD(WsChat_Routing_Route, setSchemes);
ZEND_METHOD(WsChat_Routing_Route, hasScheme);
ZEND_METHOD(WsChat_Routing_Route, getMethods);
ZEND_METHOD(WsChat_Routing_Route, setMethods);
ZEND_METHOD(WsChat_Routing_Route, getOptions);
ZEND_METHOD(WsChat_Routing_Route, setOptions);
ZEND_METHOD(WsChat_Routing_Route, addOptions);
ZEND_METHOD(WsChat_Routing_Route, setOption);
ZEND_METHOD(WsChat_Routing_Route, getOption);
ZEND_METHOD(WsChat_Routing_Route, hasOption);
ZEND_METHOD(WsChat_Routing_Route, getDefaults);
ZEND_METHOD(WsChat_Routing_Route, setDefaults);
ZEND_METHOD(WsChat_Routing_Route, addDefaults);
ZEND_METHOD(WsChat_Routing_Route, getDefault);
ZEND_METHOD(WsChat_Routing_Route, hasDefault);
ZEND_METHOD(WsChat_Routing_Route, setDefault);
ZEND_METHOD(WsChat_Routing_Route, getRequirements);
ZEND_METHOD(WsChat_Routing_Route, setRequirements);
ZEND_METHOD(WsChat_Routing_Route, addRequirements);
ZEND_METHOD(WsChat_Routing_Route, getRequirement);
ZEND_METHOD(WsChat_Routing_Route, hasRequirement);
ZEND_METHOD(WsChat_Routing_Route, setRequirement);
ZEND_METHOD(WsChat_Routing_Route, getCondition);
ZEND_METHOD(WsChat_Routing_Route, setCondition);
ZEND_METHOD(WsChat_Routing_RouteCollection, getIterator);
ZEND_METHOD(WsChat_Routing_RouteCollection, count);
ZEND_METHOD(WsChat_Routing_RouteCollection, add);
ZEND_METHOD(WsChat_Routing_RouteCollection, all);
ZEND_METHOD(WsChat_Routing_RouteCollection, get);
ZEND_METHOD(WsChat_Routing_RouteCollection, remove);
ZEND_METHOD(WsChat_Routing_RouteCollection, addCollection);
ZEND_METHOD(WsChat_Routing_RouteCollection, addPrefix);
ZEND_METHOD(WsChat_Routing_RouteCollection, addNamePrefix);
ZEND_METHOD(WsChat_Routing_RouteCollection, setHost);
ZEND_METHOD(WsChat_Routing_RouteCollection, setCondition);
ZEND_METHOD(WsChat_Routing_RouteCollection, addDefaults);
ZEND_METHOD(WsChat_Routing_RouteCollection, addRequirements);
ZEND_METHOD(WsChat_Routing_RouteCollection, addOptions);
ZEND_METHOD(WsChat_Routing_RouteCollection, setSchemes);
ZEND_METHOD(WsChat_Routing_RouteCollection, setMethods);
ZEND_METHOD(WsChat_Routing_UrlMatcher, __construct);
ZEND_METHOD(WsChat_Routing_UrlMatcher, setContext);
ZEND_METHOD(WsChat_Routing_UrlMatcher, getContext);
ZEND_METHOD(WsChat_Routing_UrlMatcher, match);


static const zend_function_entry class_WsChat_Routing_ExceptionInterface_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_ResourceNotFoundException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_NoConfigurationException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_MethodNotAllowedException_methods[] = {
	ZEND_ME(WsChat_Routing_MethodNotAllowedException, __construct, arginfo_class_WsChat_Routing_MethodNotAllowedException___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_MethodNotAllowedException, getAllowedMethods, arginfo_class_WsChat_Routing_MethodNotAllowedException_getAllowedMethods, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_RequestContextAwareInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(WsChat_Routing_RequestContextAwareInterface, setContext, arginfo_class_WsChat_Routing_RequestContextAwareInterface_setContext, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(WsChat_Routing_RequestContextAwareInterface, getContext, arginfo_class_WsChat_Routing_RequestContextAwareInterface_getContext, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_UrlMatcherInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(WsChat_Routing_UrlMatcherInterface, match, arginfo_class_WsChat_Routing_UrlMatcherInterface_match, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_RequestContext_methods[] = {
	ZEND_ME(WsChat_Routing_RequestContext, __construct, arginfo_class_WsChat_Routing_RequestContext___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getBaseUrl, arginfo_class_WsChat_Routing_RequestContext_getBaseUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setBaseUrl, arginfo_class_WsChat_Routing_RequestContext_setBaseUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getPathInfo, arginfo_class_WsChat_Routing_RequestContext_getPathInfo, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setPathInfo, arginfo_class_WsChat_Routing_RequestContext_setPathInfo, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getMethod, arginfo_class_WsChat_Routing_RequestContext_getMethod, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setMethod, arginfo_class_WsChat_Routing_RequestContext_setMethod, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getHost, arginfo_class_WsChat_Routing_RequestContext_getHost, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setHost, arginfo_class_WsChat_Routing_RequestContext_setHost, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getScheme, arginfo_class_WsChat_Routing_RequestContext_getScheme, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setScheme, arginfo_class_WsChat_Routing_RequestContext_setScheme, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getHttpPort, arginfo_class_WsChat_Routing_RequestContext_getHttpPort, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setHttpPort, arginfo_class_WsChat_Routing_RequestContext_setHttpPort, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getHttpsPort, arginfo_class_WsChat_Routing_RequestContext_getHttpsPort, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setHttpsPort, arginfo_class_WsChat_Routing_RequestContext_setHttpsPort, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getQueryString, arginfo_class_WsChat_Routing_RequestContext_getQueryString, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setQueryString, arginfo_class_WsChat_Routing_RequestContext_setQueryString, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getParameters, arginfo_class_WsChat_Routing_RequestContext_getParameters, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setParameters, arginfo_class_WsChat_Routing_RequestContext_setParameters, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, getParameter, arginfo_class_WsChat_Routing_RequestContext_getParameter, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, hasParameter, arginfo_class_WsChat_Routing_RequestContext_hasParameter, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, setParameter, arginfo_class_WsChat_Routing_RequestContext_setParameter, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RequestContext, isSecure, arginfo_class_WsChat_Routing_RequestContext_isSecure, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_Route_methods[] = {
	ZEND_ME(WsChat_Routing_Route, __construct, arginfo_class_WsChat_Routing_Route___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getPath, arginfo_class_WsChat_Routing_Route_getPath, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setPath, arginfo_class_WsChat_Routing_Route_setPath, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getHost, arginfo_class_WsChat_Routing_Route_getHost, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setHost, arginfo_class_WsChat_Routing_Route_setHost, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getSchemes, arginfo_class_WsChat_Routing_Route_getSchemes, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setSchemes, arginfo_class_WsChat_Routing_Route_setSchemes, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, hasScheme, arginfo_class_WsChat_Routing_Route_hasScheme, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getMethods, arginfo_class_WsChat_Routing_Route_getMethods, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setMethods, arginfo_class_WsChat_Routing_Route_setMethods, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getOptions, arginfo_class_WsChat_Routing_Route_getOptions, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setOptions, arginfo_class_WsChat_Routing_Route_setOptions, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, addOptions, arginfo_class_WsChat_Routing_Route_addOptions, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setOption, arginfo_class_WsChat_Routing_Route_setOption, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getOption, arginfo_class_WsChat_Routing_Route_getOption, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, hasOption, arginfo_class_WsChat_Routing_Route_hasOption, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getDefaults, arginfo_class_WsChat_Routing_Route_getDefaults, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setDefaults, arginfo_class_WsChat_Routing_Route_setDefaults, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, addDefaults, arginfo_class_WsChat_Routing_Route_addDefaults, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getDefault, arginfo_class_WsChat_Routing_Route_getDefault, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, hasDefault, arginfo_class_WsChat_Routing_Route_hasDefault, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setDefault, arginfo_class_WsChat_Routing_Route_setDefault, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getRequirements, arginfo_class_WsChat_Routing_Route_getRequirements, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setRequirements, arginfo_class_WsChat_Routing_Route_setRequirements, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, addRequirements, arginfo_class_WsChat_Routing_Route_addRequirements, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getRequirement, arginfo_class_WsChat_Routing_Route_getRequirement, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, hasRequirement, arginfo_class_WsChat_Routing_Route_hasRequirement, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setRequirement, arginfo_class_WsChat_Routing_Route_setRequirement, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, getCondition, arginfo_class_WsChat_Routing_Route_getCondition, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_Route, setCondition, arginfo_class_WsChat_Routing_Route_setCondition, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_RouteCollection_methods[] = {
	ZEND_ME(WsChat_Routing_RouteCollection, getIterator, arginfo_class_WsChat_Routing_RouteCollection_getIterator, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, count, arginfo_class_WsChat_Routing_RouteCollection_count, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, add, arginfo_class_WsChat_Routing_RouteCollection_add, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, all, arginfo_class_WsChat_Routing_RouteCollection_all, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, get, arginfo_class_WsChat_Routing_RouteCollection_get, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, remove, arginfo_class_WsChat_Routing_RouteCollection_remove, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, addCollection, arginfo_class_WsChat_Routing_RouteCollection_addCollection, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, addPrefix, arginfo_class_WsChat_Routing_RouteCollection_addPrefix, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, addNamePrefix, arginfo_class_WsChat_Routing_RouteCollection_addNamePrefix, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, setHost, arginfo_class_WsChat_Routing_RouteCollection_setHost, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, setCondition, arginfo_class_WsChat_Routing_RouteCollection_setCondition, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, addDefaults, arginfo_class_WsChat_Routing_RouteCollection_addDefaults, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, addRequirements, arginfo_class_WsChat_Routing_RouteCollection_addRequirements, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, addOptions, arginfo_class_WsChat_Routing_RouteCollection_addOptions, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, setSchemes, arginfo_class_WsChat_Routing_RouteCollection_setSchemes, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_RouteCollection, setMethods, arginfo_class_WsChat_Routing_RouteCollection_setMethods, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Routing_UrlMatcher_methods[] = {
	ZEND_ME(WsChat_Routing_UrlMatcher, __construct, arginfo_class_WsChat_Routing_UrlMatcher___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_UrlMatcher, setContext, arginfo_class_WsChat_Routing_UrlMatcher_setContext, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_UrlMatcher, getContext, arginfo_class_WsChat_Routing_UrlMatcher_getContext, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Routing_UrlMatcher, match, arginfo_class_WsChat_Routing_UrlMatcher_match, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_Routing_ExceptionInterface(zend_class_entry *class_entry_Throwable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "ExceptionInterface", class_WsChat_Routing_ExceptionInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Throwable);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_ResourceNotFoundException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_WsChat_Routing_ExceptionInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "ResourceNotFoundException", class_WsChat_Routing_ResourceNotFoundException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_WsChat_Routing_ExceptionInterface);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_NoConfigurationException(zend_class_entry *class_entry_WsChat_Routing_ResourceNotFoundException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "NoConfigurationException", class_WsChat_Routing_NoConfigurationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_WsChat_Routing_ResourceNotFoundException);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_MethodNotAllowedException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_WsChat_Routing_ExceptionInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "MethodNotAllowedException", class_WsChat_Routing_MethodNotAllowedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_WsChat_Routing_ExceptionInterface);

	zval property_allowedMethods_default_value;
	ZVAL_EMPTY_ARRAY(&property_allowedMethods_default_value);
	zend_string *property_allowedMethods_name = zend_string_init("allowedMethods", sizeof("allowedMethods") - 1, 1);
	zend_declare_property_ex(class_entry, property_allowedMethods_name, &property_allowedMethods_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_allowedMethods_name);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_RequestContextAwareInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "RequestContextAwareInterface", class_WsChat_Routing_RequestContextAwareInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_UrlMatcherInterface(zend_class_entry *class_entry_WsChat_Routing_RequestContextAwareInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "UrlMatcherInterface", class_WsChat_Routing_UrlMatcherInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_WsChat_Routing_RequestContextAwareInterface);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_RequestContext(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "RequestContext", class_WsChat_Routing_RequestContext_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	zval property_baseUrl_default_value;
	ZVAL_EMPTY_STRING(&property_baseUrl_default_value);
	zend_string *property_baseUrl_name = zend_string_init("baseUrl", sizeof("baseUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_baseUrl_name, &property_baseUrl_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_baseUrl_name);

	zval property_pathInfo_default_value;
	zend_string *property_pathInfo_default_value_str = zend_string_init("/", strlen("/"), 1);
	ZVAL_STR(&property_pathInfo_default_value, property_pathInfo_default_value_str);
	zend_string *property_pathInfo_name = zend_string_init("pathInfo", sizeof("pathInfo") - 1, 1);
	zend_declare_typed_property(class_entry, property_pathInfo_name, &property_pathInfo_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_pathInfo_name);

	zval property_method_default_value;
	zend_string *property_method_default_value_str = zend_string_init("GET", strlen("GET"), 1);
	ZVAL_STR(&property_method_default_value, property_method_default_value_str);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_host_default_value;
	zend_string *property_host_default_value_str = zend_string_init("localhost", strlen("localhost"), 1);
	ZVAL_STR(&property_host_default_value, property_host_default_value_str);
	zend_string *property_host_name = zend_string_init("host", sizeof("host") - 1, 1);
	zend_declare_typed_property(class_entry, property_host_name, &property_host_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_host_name);

	zval property_scheme_default_value;
	zend_string *property_scheme_default_value_str = zend_string_init("http", strlen("http"), 1);
	ZVAL_STR(&property_scheme_default_value, property_scheme_default_value_str);
	zend_string *property_scheme_name = zend_string_init("scheme", sizeof("scheme") - 1, 1);
	zend_declare_typed_property(class_entry, property_scheme_name, &property_scheme_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_scheme_name);

	zval property_httpPort_default_value;
	ZVAL_LONG(&property_httpPort_default_value, 80);
	zend_string *property_httpPort_name = zend_string_init("httpPort", sizeof("httpPort") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpPort_name, &property_httpPort_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpPort_name);

	zval property_httpsPort_default_value;
	ZVAL_LONG(&property_httpsPort_default_value, 443);
	zend_string *property_httpsPort_name = zend_string_init("httpsPort", sizeof("httpsPort") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpsPort_name, &property_httpsPort_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpsPort_name);

	zval property_queryString_default_value;
	ZVAL_EMPTY_STRING(&property_queryString_default_value);
	zend_string *property_queryString_name = zend_string_init("queryString", sizeof("queryString") - 1, 1);
	zend_declare_typed_property(class_entry, property_queryString_name, &property_queryString_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_queryString_name);

	zval property_parameters_default_value;
	ZVAL_EMPTY_ARRAY(&property_parameters_default_value);
	zend_string *property_parameters_name = zend_string_init("parameters", sizeof("parameters") - 1, 1);
	zend_declare_typed_property(class_entry, property_parameters_name, &property_parameters_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_parameters_name);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_Route(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "Route", class_WsChat_Routing_Route_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	zval property_path_default_value;
	zend_string *property_path_default_value_str = zend_string_init("/", strlen("/"), 1);
	ZVAL_STR(&property_path_default_value, property_path_default_value_str);
	zend_string *property_path_name = zend_string_init("path", sizeof("path") - 1, 1);
	zend_declare_typed_property(class_entry, property_path_name, &property_path_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_path_name);

	zval property_host_default_value;
	ZVAL_EMPTY_STRING(&property_host_default_value);
	zend_string *property_host_name = zend_string_init("host", sizeof("host") - 1, 1);
	zend_declare_typed_property(class_entry, property_host_name, &property_host_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_host_name);

	zval property_schemes_default_value;
	ZVAL_EMPTY_ARRAY(&property_schemes_default_value);
	zend_string *property_schemes_name = zend_string_init("schemes", sizeof("schemes") - 1, 1);
	zend_declare_typed_property(class_entry, property_schemes_name, &property_schemes_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_schemes_name);

	zval property_methods_default_value;
	ZVAL_EMPTY_ARRAY(&property_methods_default_value);
	zend_string *property_methods_name = zend_string_init("methods", sizeof("methods") - 1, 1);
	zend_declare_typed_property(class_entry, property_methods_name, &property_methods_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_methods_name);

	zval property_defaults_default_value;
	ZVAL_EMPTY_ARRAY(&property_defaults_default_value);
	zend_string *property_defaults_name = zend_string_init("defaults", sizeof("defaults") - 1, 1);
	zend_declare_typed_property(class_entry, property_defaults_name, &property_defaults_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_defaults_name);

	zval property_requirements_default_value;
	ZVAL_EMPTY_ARRAY(&property_requirements_default_value);
	zend_string *property_requirements_name = zend_string_init("requirements", sizeof("requirements") - 1, 1);
	zend_declare_typed_property(class_entry, property_requirements_name, &property_requirements_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_requirements_name);

	zval property_options_default_value;
	ZVAL_EMPTY_ARRAY(&property_options_default_value);
	zend_string *property_options_name = zend_string_init("options", sizeof("options") - 1, 1);
	zend_declare_typed_property(class_entry, property_options_name, &property_options_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_options_name);

	zval property_condition_default_value;
	ZVAL_EMPTY_STRING(&property_condition_default_value);
	zend_string *property_condition_name = zend_string_init("condition", sizeof("condition") - 1, 1);
	zend_declare_typed_property(class_entry, property_condition_name, &property_condition_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_condition_name);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_RouteCollection(zend_class_entry *class_entry_IteratorAggregate, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "RouteCollection", class_WsChat_Routing_RouteCollection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_IteratorAggregate, class_entry_Countable);

	zval property_routes_default_value;
	ZVAL_EMPTY_ARRAY(&property_routes_default_value);
	zend_string *property_routes_name = zend_string_init("routes", sizeof("routes") - 1, 1);
	zend_declare_typed_property(class_entry, property_routes_name, &property_routes_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_routes_name);

	zval property_priorities_default_value;
	ZVAL_EMPTY_ARRAY(&property_priorities_default_value);
	zend_string *property_priorities_name = zend_string_init("priorities", sizeof("priorities") - 1, 1);
	zend_declare_typed_property(class_entry, property_priorities_name, &property_priorities_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_priorities_name);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Routing_UrlMatcher(zend_class_entry *class_entry_WsChat_Routing_UrlMatcherInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Routing", "UrlMatcher", class_WsChat_Routing_UrlMatcher_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_WsChat_Routing_UrlMatcherInterface);

	zval property_routes_default_value;
	ZVAL_NULL(&property_routes_default_value);
	zend_string *property_routes_name = zend_string_init("routes", sizeof("routes") - 1, 1);
	zend_declare_property_ex(class_entry, property_routes_name, &property_routes_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_routes_name);

	zval property_context_default_value;
	ZVAL_NULL(&property_context_default_value);
	zend_string *property_context_name = zend_string_init("context", sizeof("context") - 1, 1);
	zend_declare_property_ex(class_entry, property_context_name, &property_context_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property_context_name);

	return class_entry;
}
