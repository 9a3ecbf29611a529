<?php
/* SPDX-License-Identifier: MIT
 *
 * artisan, for the command of the page. Laravel itself is not here: a stand-in has what of
 * Illuminate\Console\Command the page uses, over Symfony's, as Laravel's is: $signature,
 * option(), info(), and arguments of handle() from the container.
 */
// Needs symfony/console.

namespace Illuminate\Console {

    require $argv[2];

    class Command extends \Symfony\Component\Console\Command\Command
    {
        protected $signature;
        protected $description;
        private $input;
        private $output;

        public function __construct()
        {
            preg_match('/^([\w:-]+)(.*)$/Ds', $this->signature, $match);
            parent::__construct($match[1]);
            preg_match_all('/\{--(\w+)=(\S*)( : ([^}]*))?\}/', $match[2], $options, PREG_SET_ORDER);
            foreach ($options as [, $name, $default]) {
                $this->addOption($name, null, \Symfony\Component\Console\Input\InputOption::VALUE_REQUIRED, '', $default);
            }
        }

        public function option($name)
        {
            return $this->input->getOption($name);
        }

        public function info($line)
        {
            $this->output->writeln("<info>$line</info>");
        }

        protected function execute($input, $output): int
        {
            $this->input = $input;
            $this->output = $output;
            $handle = new \ReflectionMethod($this, 'handle');
            return (int) $handle->invoke($this, ...array_map(fn($p) => new ($p->getType()->getName()), $handle->getParameters()));
        }
    }
}

namespace {

    require __DIR__ . '/../prelude.inc';
    class_alias(EchoApp::class, 'App\Chat\Chat');
    require $argv[1];

    $console = new Symfony\Component\Console\Application;
    $command = new App\Console\Commands\ChatServe;
    method_exists($console, 'addCommand') ? $console->addCommand($command) : $console->add($command);
    $console->run(new Symfony\Component\Console\Input\ArgvInput(['artisan', 'chat:serve', '--port=' . getenv('DOCS_PORT')]));
}
