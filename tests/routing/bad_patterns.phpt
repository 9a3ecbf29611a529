--TEST--
Routing: patterns that are none are refused with words that say why, and what PCRE refuses matches nothing
--FILE--
<?php
use WsChat\Routing\{RequestContext, Route, RouteCollection, UrlMatcher};

foreach ([
    ['/{a}/{a}'],
    ['/{1a}'],
    ['/{' . str_repeat('a', 33) . '}'],
    ['/{_fragment}'],
    ['/é'],
    ["/\xE9", [], [], ['utf8' => true]],
    ['/{a}', [], ['a' => 'é']],
    ['/{a}', [], ['a' => '\p{L}']],
    ['/{a}', [], ['a' => '\\\\p{L}']],
    ['/{a}', [], ['a' => '\x{100}']],
    ['/{a}', [], ['a' => "\xE9"], ['utf8' => true]],
    ['/{a}', [], ['a' => '']],
    ['/{a}', [], ['a' => '^$']],
    ['/{a<>}'],
    ['/{a}', [], ['a' => []]],
    ['/{a}', [], [], [], '', [[]]],
    ['/{a}', [], [], [], '{b}.{b}'],
    ['/{a}', [], ['a' => '[']],
    ['/{a}', [], [], [], '', [], [], 'context.getMethod() == "GET"'],
] as $arguments) {
    set_error_handler(fn($level, $text) => print("$level: $text\n"));
    try {
        $routes = new RouteCollection;
        $routes->add('r', new Route(...$arguments));
        echo json_encode((new UrlMatcher($routes, new RequestContext(host: 'x.y')))->match('/x')), "\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', preg_replace('/[\x80-\xFF]+/', '?', $e->getMessage()), "\n";
    }
    restore_error_handler();
}
?>
--EXPECTF--
LogicException: Route pattern "/{a}/{a}" cannot reference variable name "a" more than once.
DomainException: Variable name "1a" cannot start with a digit in route pattern "/{1a}". Please use a different name.
DomainException: Variable name "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" cannot be longer than 32 characters in route pattern "/{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}". Please use a shorter name.
InvalidArgumentException: Route pattern "/{_fragment}" cannot contain "_fragment" as a path parameter.
LogicException: Cannot use UTF-8 route patterns without setting the "utf8" option for route "/?".
LogicException: Cannot mix UTF-8 requirements with non-UTF-8 pattern "/?".
LogicException: Cannot use UTF-8 route requirements without setting the "utf8" option for variable "a" in pattern "/{a}".
LogicException: Cannot use UTF-8 route requirements without setting the "utf8" option for variable "a" in pattern "/{a}".
WsChat\Routing\ResourceNotFoundException: No routes found for "/x".
LogicException: Cannot use UTF-8 route requirements without setting the "utf8" option for variable "a" in pattern "/{a}".
LogicException: Cannot mix UTF-8 requirement with non-UTF-8 charset for variable "a" in pattern "/{a}".
InvalidArgumentException: Routing requirement for "a" cannot be empty.
InvalidArgumentException: Routing requirement for "a" cannot be empty.
InvalidArgumentException: Routing requirement for "a" cannot be empty.
TypeError: A requirement of a route must be a string, array given
TypeError: A scheme must be a string, array given
LogicException: Route pattern "{b}.{b}" cannot reference variable name "b" more than once.
2: WsChat\Routing\UrlMatcher::match(): Compilation failed: missing terminating ] for character class at offset %d
WsChat\Routing\ResourceNotFoundException: No routes found for "/x".
LogicException: The condition of the route "r" cannot be evaluated: that needs symfony/routing and symfony/expression-language
