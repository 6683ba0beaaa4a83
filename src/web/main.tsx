import { render } from 'preact';
import 'virtual:theme.css';
import './style/fonts.css';
import './style/base.css';
import './style/masthead.css';
import './style/helm.css';
import './style/readings.css';
import './style/tables.css';
import './style/sections.css';
import './style/evidence.css';
import './style/empty.css';
import './style/narrow.css';
import { NavigationProvider } from './navigation.tsx';
import { Page } from './page.tsx';

const root = document.querySelector('#app');
if (root)
  render(
    <NavigationProvider>
      <Page />
    </NavigationProvider>,
    root,
  );
