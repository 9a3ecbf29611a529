--TEST--
RouteCollection: adding, removing, prefixes, priorities, copies, and what is said to all routes
--FILE--
<?php
use WsChat\Routing\{Route, RouteCollection};

function show(RouteCollection $routes): void
{
    foreach ($routes as $name => $route) {
        echo "$name={$route->getPath()} ";
    }
    echo count($routes), "\n";
}

$a = new RouteCollection;
show($a);
$a->add('one', new Route('/1'));
$a->add('two', new Route('/2'), 1);
$a->add('3', new Route('/3'), 1);
show($a);
$a->add('two', new Route('/zwei'));
show($a);

$b = new RouteCollection;
$b->add('one', new Route('/eins'));
$b->add('four', new Route('/4'), 7);
$a->addCollection($b);
show($a);
$a->addCollection($a);
show($a);

$a->addPrefix(' /p{x}/ ', ['x' => 1], ['x' => '\d']);
$a->addPrefix('/');
$a->addNamePrefix('n.');
show($a);
echo json_encode($a->get('n.one')->getDefaults()), json_encode($a->get('one')), "\n";
echo implode(' ', array_keys($a->all())), ' ', $a->get('n.4') === null ? 'null' : 'there', ' ', $a->get('n.four') === $b->get('four') ? 'same' : 'other', "\n";

$copy = clone $a;
$copy->setHost('{h}.x', ['h' => 'd'], ['h' => '\w']);
$copy->setSchemes('HTTPS');
$copy->setMethods(['get']);
$copy->setCondition('c');
$copy->addDefaults(['d' => 1]);
$copy->addRequirements(['r' => 'x']);
$copy->addOptions(['o' => 1]);
$copy->remove('n.3');
foreach ([$a, $copy] as $routes) {
    $route = $routes->get('n.four');
    echo count($routes), json_encode([$route->getHost(), $route->getSchemes(), $route->getMethods(), $route->getCondition(), $route->getDefaults(), $route->getRequirements(), $route->getOptions()]), "\n";
}
echo get_class($a->getIterator()), ' ', $a instanceof Traversable, $a instanceof Countable, "\n";
?>
--EXPECT--
0
two=/2 3=/3 one=/1 3
3=/3 one=/1 two=/zwei 3
four=/4 3=/3 two=/zwei one=/eins 4
four=/4 3=/3 two=/zwei one=/eins 4
n.four=/p{x}/4 n.3=/p{x}/3 n.two=/p{x}/zwei n.one=/p{x}/eins 4
{"x":1}null
n.four n.3 n.two n.one null same
4["",[],[],"",{"x":1},{"x":"\\d"},[]]
3["{h}.x",["https"],["GET"],"c",{"x":1,"h":"d","d":1},{"x":"\\d","h":"\\w","r":"x"},{"o":1}]
ArrayIterator 11
