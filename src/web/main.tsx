import { render } from 'preact';
import 'virtual:theme.css';
import './style/fonts.css';
import './style/page.css';
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
