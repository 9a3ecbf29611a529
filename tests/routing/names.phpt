--TEST--
Routing: the classes answer to Symfony's names, unless an autoloader knows those
--FILE--
<?php
$names = ['Route', 'RouteCollection', 'RequestContext', 'RequestContextAwareInterface', 'Matcher\UrlMatcher', 'Matcher\UrlMatcherInterface',
    'Exception\ExceptionInterface', 'Exception\ResourceNotFoundException', 'Exception\NoConfigurationException', 'Exception\MethodNotAllowedException'];
foreach ($names as $name) {
    $class = new ReflectionClass("Symfony\\Component\\Routing\\$name");
    echo $class->getName(), "\n";
}

/* A matcher of somebody who knows only Symfony. */
class Own implements Symfony\Component\Routing\Matcher\UrlMatcherInterface
{
    private Symfony\Component\Routing\RequestContext $context;
    public function setContext(Symfony\Component\Routing\RequestContext $context): void { $this->context = $context; }
    public function getContext(): Symfony\Component\Routing\RequestContext { return $this->context; }
    public function match(string $pathinfo): array { throw new Symfony\Component\Routing\Exception\MethodNotAllowedException(['get', 'post'], 'text', 5); }
}
$own = new Own;
$own->setContext(new Symfony\Component\Routing\RequestContext);
try {
    $own->match('/');
} catch (Symfony\Component\Routing\Exception\ExceptionInterface $e) {
    echo get_class($e), ' ', $e->getMessage(), ' ', $e->getCode(), ' ', implode(', ', $e->getAllowedMethods()), ' ', $e instanceof RuntimeException, "\n";
}

$script = __DIR__ . '/names_installed.inc';
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
passthru("$php $script");
?>
--EXPECT--
WsChat\Routing\Route
WsChat\Routing\RouteCollection
WsChat\Routing\RequestContext
WsChat\Routing\RequestContextAwareInterface
WsChat\Routing\UrlMatcher
WsChat\Routing\UrlMatcherInterface
WsChat\Routing\ExceptionInterface
WsChat\Routing\ResourceNotFoundException
WsChat\Routing\NoConfigurationException
WsChat\Routing\MethodNotAllowedException
WsChat\Routing\MethodNotAllowedException text 5 GET, POST 1
Symfony\Component\Routing\RouteCollection, 1 route of Symfony\Component\Routing\Route: /path
Symfony\Component\Routing\Matcher\UrlMatcher
