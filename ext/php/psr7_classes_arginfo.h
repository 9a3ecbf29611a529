/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3a3babc96aec203c6f925bf0ea10beba067bdeb5 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Psr7_Request___construct, 0, 0, 2)
	ZEND_ARG_INFO(0, method)
	ZEND_ARG_INFO(0, uri)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, headers, IS_ARRAY, 0, "[]")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, body, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, version, IS_STRING, 0, "\'1.1\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_getRequestTarget, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_withRequestTarget, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, requestTarget)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Request_getMethod arginfo_class_WsChat_Psr7_Request_getRequestTarget

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_withMethod, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, method)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Psr7_Request_getUri, 0, 0, Psr\\Http\\Message\\\125riInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_withUri, 0, 1, IS_STATIC, 0)
	ZEND_ARG_OBJ_INFO(0, uri, Psr\\Http\\Message\\\125riInterface, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, preserveHost, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Request_getProtocolVersion arginfo_class_WsChat_Psr7_Request_getRequestTarget

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_withProtocolVersion, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, version)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_getHeaders, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_hasHeader, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_INFO(0, name)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_getHeader, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_INFO(0, name)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_getHeaderLine, 0, 1, IS_STRING, 0)
	ZEND_ARG_INFO(0, name)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_withHeader, 0, 2, IS_STATIC, 0)
	ZEND_ARG_INFO(0, name)
	ZEND_ARG_INFO(0, value)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Request_withAddedHeader arginfo_class_WsChat_Psr7_Request_withHeader

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_withoutHeader, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, name)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Psr7_Request_getBody, 0, 0, Psr\\Http\\Message\\StreamInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Request_withBody, 0, 1, IS_STATIC, 0)
	ZEND_ARG_OBJ_INFO(0, body, Psr\\Http\\Message\\StreamInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Psr7_Response___construct, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, status, "200")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, headers, IS_ARRAY, 0, "[]")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, body, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, version, IS_STRING, 0, "\'1.1\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Response_getStatusCode, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Response_withStatus, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, code)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, reasonPhrase, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Response_getReasonPhrase arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Response_getProtocolVersion arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Response_withProtocolVersion arginfo_class_WsChat_Psr7_Request_withProtocolVersion

#define arginfo_class_WsChat_Psr7_Response_getHeaders arginfo_class_WsChat_Psr7_Request_getHeaders

#define arginfo_class_WsChat_Psr7_Response_hasHeader arginfo_class_WsChat_Psr7_Request_hasHeader

#define arginfo_class_WsChat_Psr7_Response_getHeader arginfo_class_WsChat_Psr7_Request_getHeader

#define arginfo_class_WsChat_Psr7_Response_getHeaderLine arginfo_class_WsChat_Psr7_Request_getHeaderLine

#define arginfo_class_WsChat_Psr7_Response_withHeader arginfo_class_WsChat_Psr7_Request_withHeader

#define arginfo_class_WsChat_Psr7_Response_withAddedHeader arginfo_class_WsChat_Psr7_Request_withHeader

#define arginfo_class_WsChat_Psr7_Response_withoutHeader arginfo_class_WsChat_Psr7_Request_withoutHeader

#define arginfo_class_WsChat_Psr7_Response_getBody arginfo_class_WsChat_Psr7_Request_getBody

#define arginfo_class_WsChat_Psr7_Response_withBody arginfo_class_WsChat_Psr7_Request_withBody

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Psr7_Uri___construct, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, uri, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Uri_getScheme arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Uri_getAuthority arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Uri_getUserInfo arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Uri_getHost arginfo_class_WsChat_Psr7_Request_getRequestTarget

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_getPort, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Uri_getPath arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Uri_getQuery arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Uri_getFragment arginfo_class_WsChat_Psr7_Request_getRequestTarget

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_withScheme, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, scheme)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_withUserInfo, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, user)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, password, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_withHost, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, host)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_withPort, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, port)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_withPath, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, path)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_withQuery, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, query)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Uri_withFragment, 0, 1, IS_STATIC, 0)
	ZEND_ARG_INFO(0, fragment)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Uri___toString arginfo_class_WsChat_Psr7_Request_getRequestTarget

#define arginfo_class_WsChat_Psr7_Uri_jsonSerialize arginfo_class_WsChat_Psr7_Request_getRequestTarget

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Psr7_Stream___construct, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, contents, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Stream___toString arginfo_class_WsChat_Psr7_Request_getRequestTarget

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Stream_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Psr7_Stream_detach, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Stream_getSize arginfo_class_WsChat_Psr7_Uri_getPort

#define arginfo_class_WsChat_Psr7_Stream_tell arginfo_class_WsChat_Psr7_Response_getStatusCode

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Stream_eof, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Stream_isSeekable arginfo_class_WsChat_Psr7_Stream_eof

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Stream_seek, 0, 1, IS_VOID, 0)
	ZEND_ARG_INFO(0, offset)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, whence, "SEEK_SET")
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Stream_rewind arginfo_class_WsChat_Psr7_Stream_close

#define arginfo_class_WsChat_Psr7_Stream_isWritable arginfo_class_WsChat_Psr7_Stream_eof

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Stream_write, 0, 1, IS_LONG, 0)
	ZEND_ARG_INFO(0, string)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Stream_isReadable arginfo_class_WsChat_Psr7_Stream_eof

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Stream_read, 0, 1, IS_STRING, 0)
	ZEND_ARG_INFO(0, length)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_Psr7_Stream_getContents arginfo_class_WsChat_Psr7_Request_getRequestTarget

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Psr7_Stream_getMetadata, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, key, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Psr7_Message_toString, 0, 1, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, message, Psr\\Http\\Message\\MessageInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_WsChat_Psr7_Message_parseRequest, 0, 1, WsChat\\Psr7\\Request, 0)
	ZEND_ARG_INFO(0, message)
ZEND_END_ARG_INFO()


ZEND_METHOD(WsChat_Psr7_Request, __construct);
ZEND_METHOD(WsChat_Psr7_Request, getRequestTarget);
ZEND_METHOD(WsChat_Psr7_Request, withRequestTarget);
ZEND_METHOD(WsChat_Psr7_Request, getMethod);
ZEND_METHOD(WsChat_Psr7_Request, withMethod);
ZEND_METHOD(WsChat_Psr7_Request, getUri);
ZEND_METHOD(WsChat_Psr7_Request, withUri);
ZEND_METHOD(WsChat_Psr7_Request, getProtocolVersion);
ZEND_METHOD(WsChat_Psr7_Request, withProtocolVersion);
ZEND_METHOD(WsChat_Psr7_Request, getHeaders);
ZEND_METHOD(WsChat_Psr7_Request, hasHeader);
ZEND_METHOD(WsChat_Psr7_Request, getHeader);
ZEND_METHOD(WsChat_Psr7_Request, getHeaderLine);
ZEND_METHOD(WsChat_Psr7_Request, withHeader);
ZEND_METHOD(WsChat_Psr7_Request, withAddedHeader);
ZEND_METHOD(WsChat_Psr7_Request, withoutHeader);
ZEND_METHOD(WsChat_Psr7_Request, getBody);
ZEND_METHOD(WsChat_Psr7_Request, withBody);
ZEND_METHOD(WsChat_Psr7_Response, __construct);
ZEND_METHOD(WsChat_Psr7_Response, getStatusCode);
ZEND_METHOD(WsChat_Psr7_Response, withStatus);
ZEND_METHOD(WsChat_Psr7_Response, getReasonPhrase);
ZEND_METHOD(WsChat_Psr7_Uri, __construct);
ZEND_METHOD(WsChat_Psr7_Uri, getScheme);
ZEND_METHOD(WsChat_Psr7_Uri, getAuthority);
ZEND_METHOD(WsChat_Psr7_Uri, getUserInfo);
ZEND_METHOD(WsChat_Psr7_Uri, getHost);
ZEND_METHOD(WsChat_Psr7_Uri, getPort);
ZEND_METHOD(WsChat_Psr7_Uri, getPath);
ZEND_METHOD(WsChat_Psr7_Uri, getQuery);
ZEND_METHOD(WsChat_Psr7_Uri, getFragment);
ZEND_METHOD(WsChat_Psr7_Uri, withScheme);
ZEND_METHOD(WsChat_Psr7_Uri, withUserInfo);
ZEND_METHOD(WsChat_Psr7_Uri, withHost);
ZEND_METHOD(WsChat_Psr7_Uri, withPort);
ZEND_METHOD(WsChat_Psr7_Uri, withPath);
ZEND_METHOD(WsChat_Psr7_Uri, withQuery);
ZEND_METHOD(WsChat_Psr7_Uri, withFragment);
ZEND_METHOD(WsChat_Psr7_Uri, __toString);
ZEND_METHOD(WsChat_Psr7_Uri, jsonSerialize);
ZEND_METHOD(WsChat_Psr7_Stream, __construct);
ZEND_METHOD(WsChat_Psr7_Stream, __toString);
ZEND_METHOD(WsChat_Psr7_Stream, close);
ZEND_METHOD(WsChat_Psr7_Stream, detach);
ZEND_METHOD(WsChat_Psr7_Stream, getSize);
ZEND_METHOD(WsChat_Psr7_Stream, tell);
ZEND_METHOD(WsChat_Psr7_Stream, eof);
ZEND_METHOD(WsChat_Psr7_Stream, isSeekable);
ZEND_METHOD(WsChat_Psr7_Stream, seek);
ZEND_METHOD(WsChat_Psr7_Stream, rewind);
ZEND_METHOD(WsChat_Psr7_Stream, isWritable);
ZEND_METHOD(WsChat_Psr7_Stream, write);
ZEND_METHOD(WsChat_Psr7_Stream, isReadable);
ZEND_METHOD(WsChat_Psr7_Stream, read);
ZEND_METHOD(WsChat_Psr7_Stream, getContents);
ZEND_METHOD(WsChat_Psr7_Stream, getMetadata);
ZEND_METHOD(WsChat_Psr7_Message, toString);
ZEND_METHOD(WsChat_Psr7_Message, parseRequest);


static const zend_function_entry class_WsChat_Psr7_Request_methods[] = {
	ZEND_ME(WsChat_Psr7_Request, __construct, arginfo_class_WsChat_Psr7_Request___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getRequestTarget, arginfo_class_WsChat_Psr7_Request_getRequestTarget, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withRequestTarget, arginfo_class_WsChat_Psr7_Request_withRequestTarget, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getMethod, arginfo_class_WsChat_Psr7_Request_getMethod, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withMethod, arginfo_class_WsChat_Psr7_Request_withMethod, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getUri, arginfo_class_WsChat_Psr7_Request_getUri, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withUri, arginfo_class_WsChat_Psr7_Request_withUri, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getProtocolVersion, arginfo_class_WsChat_Psr7_Request_getProtocolVersion, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withProtocolVersion, arginfo_class_WsChat_Psr7_Request_withProtocolVersion, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getHeaders, arginfo_class_WsChat_Psr7_Request_getHeaders, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, hasHeader, arginfo_class_WsChat_Psr7_Request_hasHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getHeader, arginfo_class_WsChat_Psr7_Request_getHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getHeaderLine, arginfo_class_WsChat_Psr7_Request_getHeaderLine, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withHeader, arginfo_class_WsChat_Psr7_Request_withHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withAddedHeader, arginfo_class_WsChat_Psr7_Request_withAddedHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withoutHeader, arginfo_class_WsChat_Psr7_Request_withoutHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, getBody, arginfo_class_WsChat_Psr7_Request_getBody, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Request, withBody, arginfo_class_WsChat_Psr7_Request_withBody, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Psr7_Response_methods[] = {
	ZEND_ME(WsChat_Psr7_Response, __construct, arginfo_class_WsChat_Psr7_Response___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Response, getStatusCode, arginfo_class_WsChat_Psr7_Response_getStatusCode, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Response, withStatus, arginfo_class_WsChat_Psr7_Response_withStatus, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Response, getReasonPhrase, arginfo_class_WsChat_Psr7_Response_getReasonPhrase, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, getProtocolVersion, getProtocolVersion, arginfo_class_WsChat_Psr7_Response_getProtocolVersion, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, withProtocolVersion, withProtocolVersion, arginfo_class_WsChat_Psr7_Response_withProtocolVersion, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, getHeaders, getHeaders, arginfo_class_WsChat_Psr7_Response_getHeaders, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, hasHeader, hasHeader, arginfo_class_WsChat_Psr7_Response_hasHeader, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, getHeader, getHeader, arginfo_class_WsChat_Psr7_Response_getHeader, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, getHeaderLine, getHeaderLine, arginfo_class_WsChat_Psr7_Response_getHeaderLine, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, withHeader, withHeader, arginfo_class_WsChat_Psr7_Response_withHeader, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, withAddedHeader, withAddedHeader, arginfo_class_WsChat_Psr7_Response_withAddedHeader, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, withoutHeader, withoutHeader, arginfo_class_WsChat_Psr7_Response_withoutHeader, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, getBody, getBody, arginfo_class_WsChat_Psr7_Response_getBody, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(WsChat_Psr7_Request, withBody, withBody, arginfo_class_WsChat_Psr7_Response_withBody, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Psr7_Uri_methods[] = {
	ZEND_ME(WsChat_Psr7_Uri, __construct, arginfo_class_WsChat_Psr7_Uri___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getScheme, arginfo_class_WsChat_Psr7_Uri_getScheme, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getAuthority, arginfo_class_WsChat_Psr7_Uri_getAuthority, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getUserInfo, arginfo_class_WsChat_Psr7_Uri_getUserInfo, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getHost, arginfo_class_WsChat_Psr7_Uri_getHost, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getPort, arginfo_class_WsChat_Psr7_Uri_getPort, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getPath, arginfo_class_WsChat_Psr7_Uri_getPath, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getQuery, arginfo_class_WsChat_Psr7_Uri_getQuery, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, getFragment, arginfo_class_WsChat_Psr7_Uri_getFragment, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, withScheme, arginfo_class_WsChat_Psr7_Uri_withScheme, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, withUserInfo, arginfo_class_WsChat_Psr7_Uri_withUserInfo, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, withHost, arginfo_class_WsChat_Psr7_Uri_withHost, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, withPort, arginfo_class_WsChat_Psr7_Uri_withPort, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, withPath, arginfo_class_WsChat_Psr7_Uri_withPath, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, withQuery, arginfo_class_WsChat_Psr7_Uri_withQuery, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, withFragment, arginfo_class_WsChat_Psr7_Uri_withFragment, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, __toString, arginfo_class_WsChat_Psr7_Uri___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Uri, jsonSerialize, arginfo_class_WsChat_Psr7_Uri_jsonSerialize, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Psr7_Stream_methods[] = {
	ZEND_ME(WsChat_Psr7_Stream, __construct, arginfo_class_WsChat_Psr7_Stream___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, __toString, arginfo_class_WsChat_Psr7_Stream___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, close, arginfo_class_WsChat_Psr7_Stream_close, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, detach, arginfo_class_WsChat_Psr7_Stream_detach, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, getSize, arginfo_class_WsChat_Psr7_Stream_getSize, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, tell, arginfo_class_WsChat_Psr7_Stream_tell, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, eof, arginfo_class_WsChat_Psr7_Stream_eof, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, isSeekable, arginfo_class_WsChat_Psr7_Stream_isSeekable, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, seek, arginfo_class_WsChat_Psr7_Stream_seek, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, rewind, arginfo_class_WsChat_Psr7_Stream_rewind, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, isWritable, arginfo_class_WsChat_Psr7_Stream_isWritable, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, write, arginfo_class_WsChat_Psr7_Stream_write, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, isReadable, arginfo_class_WsChat_Psr7_Stream_isReadable, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, read, arginfo_class_WsChat_Psr7_Stream_read, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, getContents, arginfo_class_WsChat_Psr7_Stream_getContents, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_Psr7_Stream, getMetadata, arginfo_class_WsChat_Psr7_Stream_getMetadata, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_WsChat_Psr7_Message_methods[] = {
	ZEND_ME(WsChat_Psr7_Message, toString, arginfo_class_WsChat_Psr7_Message_toString, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(WsChat_Psr7_Message, parseRequest, arginfo_class_WsChat_Psr7_Message_parseRequest, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_Psr7_Request(zend_class_entry *class_entry_Psr_Http_Message_RequestInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Psr7", "Request", class_WsChat_Psr7_Request_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Psr_Http_Message_RequestInterface);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Psr7_Response(zend_class_entry *class_entry_Psr_Http_Message_ResponseInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Psr7", "Response", class_WsChat_Psr7_Response_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Psr_Http_Message_ResponseInterface);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Psr7_Uri(zend_class_entry *class_entry_Psr_Http_Message_UriInterface, zend_class_entry *class_entry_JsonSerializable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Psr7", "Uri", class_WsChat_Psr7_Uri_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 2, class_entry_Psr_Http_Message_UriInterface, class_entry_JsonSerializable);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Psr7_Stream(zend_class_entry *class_entry_Psr_Http_Message_StreamInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Psr7", "Stream", class_WsChat_Psr7_Stream_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Psr_Http_Message_StreamInterface);

	return class_entry;
}

static zend_class_entry *register_class_WsChat_Psr7_Message(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat\\Psr7", "Message", class_WsChat_Psr7_Message_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}
